/** Runs any built Pipedream component on this machine as the platform does. */
export { loadComponent } from "./load.ts";
export { runAction } from "./action.ts";
export type { ActionOptions, ActionResult, Ended } from "./action.ts";
export { createSource } from "./source/source.ts";
export type { Source, SourceOptions, SourceResult } from "./source/types.ts";
export { optionOf, resolveOptions } from "./options.ts";
export type { OptionsRequest, PropOptions } from "./options.ts";
export { fileState } from "./state/file.ts";
export { memoryState } from "./state/state.ts";
export type { SourceState, StateStore } from "./state/state.ts";
export { DB_LIMIT_BYTES } from "./db.ts";
export { DEFAULT_TIMEOUT_MS } from "./host.ts";
export type { EmittedEvent, SwallowedEvent } from "./dedupe.ts";
export { ComponentError, ComponentFileError, PropError, RunTimeoutError, StateError } from "./errors.ts";
export { defineProps } from "./props/define.ts";
export { Masker } from "./mask.ts";
export { didYouMean, suggest } from "../../common/text/suggest.ts";
export type { Account, AppDefinition, Component, LogEntry, PropDefinition, RunOptions, Values } from "./types.ts";
