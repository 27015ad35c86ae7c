import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../state/app';
import { noFilter } from './browse';
import { createBrowse } from './browse-store';
import { ClassTable } from './class-table';
import { ConfusionTable } from './confusion-table';
import { DetailPanel } from './detail-panel';
import { ErrorsPanel } from './errors-panel';
import { Headline } from './headline';
import { LocalisationPanel } from './localisation-panel';
import { RankingPanel } from './ranking-panel';
import { TestBrowser } from './test-browser';
import './results.css';

/** How well the trained model does on series that it has not seen, down to each of them. */
export function ResultsSection() {
  const { results, inspection } = useApp();
  const browse = useMemo(() => createBrowse(results, inspection), [results, inspection]);
  useEffect(() => browse.follow(), [browse]);
  const browserHeading = useRef<HTMLHeadingElement>(null);
  const detailHeading = useRef<HTMLHeadingElement>(null);
  if (results.results.value === null) return <NoResults />;
  return (
    <div class="results" aria-busy={results.isBusy.value}>
      <div class="columns">
        <Headline />
        <div class="stack">
          <ConfusionTable
            onShow={(label, predicted) => {
              browse.change({ ...noFilter, label, predicted });
              const first = browse.rows.peek()[0];
              if (first !== undefined) browse.open(first);
              goTo(browserHeading.current);
            }}
          />
          <ClassTable />
        </div>
      </div>
      <RankingPanel />
      <div class="columns">
        <TestBrowser
          browse={browse}
          heading={browserHeading}
          onOpened={() => {
            if (!isInView(detailHeading.current)) goTo(detailHeading.current);
          }}
        />
        <DetailPanel browse={browse} heading={detailHeading} />
      </div>
      <div class="columns">
        <LocalisationPanel />
        <ErrorsPanel />
      </div>
    </div>
  );
}

/** Shown here while there are no results. */
function NoResults() {
  const { results } = useApp();
  if (results.problem.value) {
    return (
      <p class="problem" role="alert">
        {results.problem.value}
      </p>
    );
  }
  return (
    <p class="hint" role="status">
      {results.isBusy.value
        ? 'Testing the model …'
        : 'When training has ended, the network is tested here: how often it is right, which series it gets wrong, and where in each it looked.'}
    </p>
  );
}

function goTo(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

function isInView(element: HTMLElement | null): boolean {
  if (!element) return true;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight * 0.8;
}
