import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../state/app';
import { noFilter } from './browse';
import { createBrowse } from './browse-store';
import { ConfusionTable } from './confusion-table';
import { DetailPanel } from './detail-panel';
import { ErrorsPanel } from './errors-panel';
import { createFlats } from './flats-store';
import { FullReport } from './full-report';
import { Headline } from './headline';
import { LocalisationPanel } from './localisation-panel';
import { RankingPanel } from './ranking-panel';
import { TestBrowser } from './test-browser';
import { useStages } from './use-stages';
import './results.css';

/** The parts appear one after the other, each in a task of its own. */
const lastStage = 5;

/** How well the trained model does on series that it has not seen, down to each of them. */
export function ResultsSection() {
  const { results, inspection } = useApp();
  const browse = useMemo(() => createBrowse(results, inspection), [results, inspection]);
  const flats = useMemo(() => createFlats(results), [results]);
  useEffect(() => browse.follow(), [browse]);
  useEffect(() => flats.follow(), [flats]);
  const browserHeading = useRef<HTMLHeadingElement>(null);
  const detailHeading = useRef<HTMLHeadingElement>(null);

  const isThere = results.results.value !== null;
  const stage = useStages(results.results.value, lastStage);
  return (
    <div class="results" aria-busy={results.isBusy.value || (isThere && stage < lastStage)}>
      {!isThere && <NoResults />}
      {isThere && (
        <>
          <div class="results-top">
            <Headline />
            <div class="results-matrix">
              <ConfusionTable
                onShow={(label, predicted) => {
                  browse.change({ ...noFilter, label, predicted });
                  const first = browse.rows.peek()[0];
                  if (first !== undefined) browse.open(first);
                  goTo(browserHeading.current);
                }}
              />
              <FullReport />
            </div>
          </div>
          {stage > 1 && <RankingPanel />}
        </>
      )}
      <div class={isThere ? 'results-series' : 'results-series is-alone'}>
        {stage > 2 && (
          <TestBrowser
            browse={browse}
            heading={browserHeading}
            onOpened={() => {
              if (!isInView(detailHeading.current)) goTo(detailHeading.current);
            }}
          />
        )}
        <DetailPanel browse={browse} heading={detailHeading} />
      </div>
      {stage > 3 && (
        <div class="results-why">
          <LocalisationPanel />
          {stage > 4 && <ErrorsPanel flats={flats} />}
        </div>
      )}
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
    <p class="results-none" role="status">
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
