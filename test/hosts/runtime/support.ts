import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadComponent } from "../../../hosts/runtime/index.ts";
import type { Component } from "../../../hosts/runtime/index.ts";

/** A component of the fixtures folder, loaded as any host would. */
export function fixture(name: string): Promise<Component> {
  return loadComponent(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url)));
}

/** What a promise rejects with; fails the test if it does not. */
export async function failure(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>; // tests look at the fields they expect
  }
  throw new Error("The promise was expected to reject.");
}

/** Runs `work` with a folder that is removed afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "runtime-test-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Something that code of a test waits for until the test lets it happen. */
export function gate(): { open(): void; opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Captured lines are not shown in the test's output. */
export const quiet = { onLog: () => undefined };

export const AUTH = { api_key: "secret/key+123456=\"", account: "account-7890" };
