/**
 * Does some work several times and returns how often.
 * @param ready is called, if at all, when the preparations are over: what was spent before does not count.
 */
export type Work = (ready: () => void) => Promise<number>;
