/** Invalid data: the message names the place and says what to do. */
export class DataError extends Error {
  override name = 'DataError';
}

/** An invalid configuration: the message names the file, the key, its value and what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
