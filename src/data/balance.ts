/** The class with the most series. */
export interface Majority {
  /** Its index; the first of several. */
  label: number;
  /** Its share of the series: the accuracy of always answering it. */
  share: number;
}

/** @param supports series of each class, of which at least one has some. */
export function majorityOf(supports: readonly number[]): Majority {
  let label = 0;
  let count = 0;
  supports.forEach((support, k) => {
    if (support > (supports[label] as number)) label = k;
    count += support;
  });
  return { label, share: (supports[label] as number) / count };
}

/**
 * Whether accuracy says little, since the large classes decide it: one class has more than 1.5 times as many series as
 * another that occurs, such as 60 of 100 against 40 with two classes.
 */
export function areUneven(supports: readonly number[]): boolean {
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const support of supports) {
    if (support === 0) continue;
    most = Math.max(most, support);
    least = Math.min(least, support);
  }
  return most > 1.5 * least;
}
