import { StateError } from "../errors.ts";
import { isObject } from "../types.ts";

/** What went wrong and what to do, by system error code. */
const MEANINGS: Record<string, string> = {
  EACCES: "permission denied. Choose another place, or change the permissions of the file and its folder.",
  EPERM: "the system does not allow it. Choose another place, or change the permissions of the file and its folder.",
  EROFS: "its disk is read-only. Choose another place.",
  ENOSPC: "the disk is full. Make room and try again.",
  EDQUOT: "this user's share of the disk is used up. Make room and try again.",
  EISDIR: "it is a folder. Give the path of a file in it.",
  ENOTDIR: "part of its path is a file where a folder should be. Choose another path.",
  EEXIST: "part of its path is a file where a folder should be. Choose another path.",
  ENOENT: "there is no such file or folder. Check the path.",
  ELOOP: "its links lead in a circle. Give the path of the file itself.",
  ENAMETOOLONG: "its name is too long. Choose a shorter one.",
  EBUSY: "another program has it open. Close that and try again.",
  EMFILE: "too many files are open. Close some programs and try again.",
  ENOTSUP: "its file system cannot do that. Choose another disk.",
};

/** True for a system error with this code. */
export const isCode = (error: unknown, code: string) => isObject(error) && error.code === code;

/**
 * Explains a file-system error in a sentence that begins with the path; undefined for other errors.
 * @param done the attempted operation: "read", "written", ...
 */
export function fileTrouble(path: string, done: string, error: unknown): string | undefined {
  if (!isObject(error) || typeof error.code !== "string" || typeof error.syscall !== "string") return undefined;
  return `${path} cannot be ${done}: ${MEANINGS[error.code] ?? `${String(error.message)}.`}`;
}

/**
 * Performs a file operation.
 * @throws StateError that explains a file-system error; other errors unchanged
 */
export function withFile<T>(path: string, done: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const trouble = fileTrouble(path, done, error);
    throw trouble === undefined ? error : new StateError(trouble, { cause: error });
  }
}
