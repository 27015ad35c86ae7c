import type { ComponentChildren } from 'preact';

interface PageHeaderProps {
  page: 'benchmark' | 'results';
  title: string;
  /** What the page is for. */
  children: ComponentChildren;
}

const pages = [
  ['index', 'Train'],
  ['benchmark', 'Benchmark'],
  ['results', 'Results over time'],
] as const;

export function PageHeader({ page, title, children }: PageHeaderProps) {
  return (
    <header class="top">
      <nav aria-label="Pages">
        <strong>Gatewave</strong>
        {pages.map(([name, label]) => (
          <a key={name} href={`${name}.html`} aria-current={name === page ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <h1>{title}</h1>
      <p class="lead">{children}</p>
    </header>
  );
}
