import type { ComponentChildren } from 'preact';

interface ReadoutProps {
  /** What is being read, for example `ROC curve`. */
  label: string;
  class?: string;
  /** Number of positions. */
  count: number;
  /** The reader's position; null: none. */
  index: number | null;
  /** The reading at a position, in words. */
  text: string;
  /** Where the keyboard starts. */
  first?: number;
  /** The position for a pointer, given as shares of width and height. */
  at(x: number, y: number): number;
  onIndex(index: number | null): void;
  children: ComponentChildren;
}

/** A picture that can be read point by point, with a pointer or with the arrow keys. */
export function Readout(props: ReadoutProps) {
  const { label, count, index, text, first = 0, at, onIndex, children } = props;
  const last = count - 1;
  const large = Math.max(1, Math.round(count / 10));
  const here = index ?? first;
  const moves: Record<string, number> = {
    ArrowRight: here + 1,
    ArrowUp: here + 1,
    ArrowLeft: here - 1,
    ArrowDown: here - 1,
    PageUp: here + large,
    PageDown: here - large,
    Home: 0,
    End: last,
  };
  return (
    <div
      class={`readout ${props.class ?? ''}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={here}
      aria-valuetext={text}
      onFocus={() => index === null && onIndex(first)}
      onBlur={() => onIndex(null)}
      onKeyDown={(event) => {
        const next = moves[event.key];
        if (next === undefined) return;
        event.preventDefault();
        onIndex(Math.max(0, Math.min(last, next)));
      }}
      onPointerMove={(event) => {
        const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
        const place = at((event.clientX - left) / width, (event.clientY - top) / height);
        onIndex(Math.max(0, Math.min(last, place)));
      }}
      onPointerLeave={() => onIndex(null)}
    >
      {children}
    </div>
  );
}
