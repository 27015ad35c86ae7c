interface PagerProps {
  name: string;
  /** What it turns to, after `Previous` and `Next`. */
  what: string;
  position: number;
  count: number;
  /** Goes to the next (1) or the previous (−1). */
  onMove(by: number): void;
}

/** Two buttons that go through a list. */
export function Pager({ name, what, position, count, onMove }: PagerProps) {
  return (
    <>
      <button
        type="button"
        name={`${name}-previous`}
        aria-label={`Previous ${what}`}
        disabled={position <= 0}
        onClick={() => onMove(-1)}
      >
        ←
      </button>
      <button
        type="button"
        name={`${name}-next`}
        aria-label={`Next ${what}`}
        disabled={position >= count - 1}
        onClick={() => onMove(1)}
      >
        →
      </button>
    </>
  );
}
