/** The file of measurements cannot be used; the message says why. */
export class ReportError extends Error {
  override name = 'ReportError';
}
