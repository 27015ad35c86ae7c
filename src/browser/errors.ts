/** No browser or adapter of the requested kind; the message says what was tried and what to do. */
export class BrowserError extends Error {
  override name = 'BrowserError';
}
