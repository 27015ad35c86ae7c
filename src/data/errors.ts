/** Something is wrong with the data a person gave: the message names the place and says what to do. */
export class DataError extends Error {
  override name = 'DataError';
}

/**
 * Something is wrong with a configuration: the message names the file, the key, its value and what is
 * allowed.
 */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
