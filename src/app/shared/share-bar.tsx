interface ShareBarProps {
  /** From 0 to 1. */
  share: number;
  /** Position of a mark, as a share; default: none. */
  mark?: number | undefined;
  /** What the mark means. */
  markTitle?: string;
}

/** A share as a bar; the number stands beside it. */
export function ShareBar({ share, mark, markTitle }: ShareBarProps) {
  return (
    <span class="share-bar" aria-hidden="true">
      <span class="filled" style={{ width: `${100 * share}%` }} />
      {mark !== undefined && <span class="mark" title={markTitle} style={{ left: `${100 * mark}%` }} />}
    </span>
  );
}
