/** Exit codes of the command: what the shell or a script can tell apart. */
export const exitCodes = {
  success: 0,
  /** Something inside Gatewave, Dawn or the browser broke. */
  fault: 1,
  /** The input is wrong: the message says how, and what to do. */
  badInput: 2,
  /** Ended by Ctrl-C or a request to terminate, as shells count it. */
  interrupted: 130,
} as const;

/** The command was given something it cannot work with. It prints one message; exit code 2. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** Names of errors whose message is meant for the user; across the page boundary only the name survives. */
const userErrors = new Set([
  'BrowserError',
  'CommandError',
  'ConfigError',
  'DataError',
  'UnreadableFileError',
  'OutOfMemoryError',
  'ModelError',
  'NoDawnError',
  'NodeAdapterError',
  'TrainingError',
  'WeightsError',
]);

/** Whether the message says what the user should change. */
export function isUserError(error: unknown): error is Error {
  return error instanceof Error && userErrors.has(error.name);
}

const systemReasons: Record<string, string> = {
  EACCES: 'permission denied',
  EEXIST: 'a file of that name is in the way',
  EISDIR: 'it is a folder, not a file',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
};

/** Why a file operation failed, in words, for the end of a sentence. */
export function fileReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const known = code === undefined ? undefined : systemReasons[code];
  return known ?? (error instanceof Error ? error.message : String(error));
}
