import { onPage } from './on-page';

/** What to know about what stands above. @param about what that is, for those who cannot see where they stand. */
export function WarningList({ about, warnings }: { about: string; warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul class="warnings" aria-label={`Good to know about ${about}`}>
      {warnings.map((warning) => (
        <li key={warning}>{onPage(warning)}</li>
      ))}
    </ul>
  );
}
