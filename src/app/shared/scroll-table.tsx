import type { ComponentChildren } from 'preact';

interface ScrollTableProps {
  label: string;
  class?: string;
  /** The heads of the columns; left out where the table brings its own. */
  columns?: readonly string[];
  children: ComponentChildren;
}

/** A table that scrolls sideways, by keyboard too, where it is wider than the page. */
export function ScrollTable({ label, columns, children, ...props }: ScrollTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a place in the order of tabs, the keyboard cannot scroll it.
    <section class={`scroll ${props.class ?? ''}`} tabIndex={0} aria-label={label}>
      <table>
        {columns && (
          <thead>
            <tr>
              {columns.map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        {children}
      </table>
    </section>
  );
}
