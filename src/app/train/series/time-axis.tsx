interface TimeAxisProps {
  ticks: readonly number[];
  /** Where a step is, as a share of the width. */
  placeOf(step: number): number;
}

/** Steps under a plot; those at its ends stay within its width. */
export function TimeAxis({ ticks, placeOf }: TimeAxisProps) {
  return (
    <div class="time-axis" aria-hidden="true">
      {ticks.map((step) => {
        const place = placeOf(step);
        const aligned = place < 0.03 ? 0 : place > 0.97 ? -100 : -50;
        return (
          <span key={step} style={{ left: `${100 * place}%`, transform: `translateX(${aligned}%)` }}>
            {step}
          </span>
        );
      })}
    </div>
  );
}
