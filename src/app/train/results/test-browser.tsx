import type { Ref } from 'preact';
import { formatCount } from '../../shared/format';
import { noFilter } from './browse';
import { type BrowseStore, pageSize } from './browse-store';
import { FilterBar } from './filter-bar';
import { SeriesCard } from './series-card';
import './browser.css';

interface TestBrowserProps {
  browse: BrowseStore;
  /** Id of the heading, which other parts link to. */
  heading: Ref<HTMLHeadingElement>;
  /** Called after a series was opened by a click. */
  onOpened(): void;
}

/** The test series, page by page. */
export function TestBrowser({ browse, heading, onOpened }: TestBrowserProps) {
  const answers = browse.answers.value;
  if (!answers) return null;
  const rows = browse.rows.value;
  const page = browse.page.value;
  const pages = browse.pages.value;
  const filter = browse.filter.value;
  const isFiltered = JSON.stringify({ ...filter, sort: '' }) !== JSON.stringify({ ...noFilter, sort: '' });
  const first = page * pageSize;
  const shown = rows.slice(first, first + pageSize);
  const open = (row: number) => {
    browse.open(row);
    onOpened();
  };
  return (
    <div class="test-browser browser">
      <h3 ref={heading} tabIndex={-1}>
        The test series
      </h3>
      <FilterBar browse={browse} />
      <div class="browser-standing">
        <p role="status">
          {rows.length === 0
            ? 'No series match.'
            : `${formatCount(rows.length)} series, ${formatCount(first + 1)} to ${formatCount(first + shown.length)} shown`}
        </p>
        {isFiltered && (
          <button type="button" name="filter-clear" onClick={() => browse.clear()}>
            Show all
          </button>
        )}
        <span class="pager">
          <button
            type="button"
            name="page-previous"
            aria-label="Previous page"
            disabled={page === 0}
            onClick={() => browse.turn(page - 1)}
          >
            ←
          </button>
          <button
            type="button"
            name="page-next"
            aria-label="Next page"
            disabled={page >= pages - 1}
            onClick={() => browse.turn(page + 1)}
          >
            →
          </button>
        </span>
      </div>
      <ul class="series-cards">
        {shown.map((row) => (
          <SeriesCard key={row} answers={answers} row={row} isOpen={row === browse.row.value} onOpen={open} />
        ))}
      </ul>
    </div>
  );
}
