/** Invalid data: the message names the place and says what to do. */
export class DataError extends Error {
  override name: string = 'DataError';
}

/** A file that holds no series in any form that can be read: no option would change that. */
export class UnreadableFileError extends DataError {
  override name = 'UnreadableFileError';
}

/** An invalid configuration: the message names the file, the key, its value and what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
