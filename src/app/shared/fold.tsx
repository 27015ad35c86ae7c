import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface FoldProps {
  id: string;
  title: string;
  /** What is inside, or its result, in a few words; seen while it is folded, too. */
  note?: ComponentChildren;
  /** Made when it is first opened, and away while it is folded. */
  children: () => ComponentChildren;
}

/** A part of the page that is folded at first; a link to it, or to anything in it, opens it. */
export function Fold({ id, title, note, children }: FoldProps) {
  const isOpen = useSignal(false);
  return (
    <details
      class="card fold"
      id={id}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        <h2>{title}</h2>
        {note && <span class="fold-note">{note}</span>}
      </summary>
      {isOpen.value && children()}
    </details>
  );
}
