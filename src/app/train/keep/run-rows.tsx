import { useComputed } from '@preact/signals';
import { formatJson } from '../../../data/json';
import { jsonLines, seriesPredictions } from '../../../model/report/predictions-file';
import { historyCsv } from '../../../model/training/history';
import { useClassNames } from '../series/use-class-names';
import { useApp } from '../state/app';
import { printReport } from './print-report';
import { SaveRow } from './save-row';

const untested = 'Available once the network has been tested.';
const tooEarly = 'Available after the first epoch.';

/** The files of the run shown. The code that makes them is fetched when one is asked for. */
export function RunRows() {
  const app = useApp();
  const { run, results, inspection } = app;
  const names = useClassNames();
  // Training sends many events a second; here it matters only what there is.
  const hasEpochs = useComputed(() => run.history.value.epochs.length > 0).value;
  const isStill = useComputed(
    () => run.history.value.summary !== null && ['ended', 'paused'].includes(run.status.value),
  ).value;
  const unfinished = results.isBusy.value
    ? 'The network is being tested.'
    : 'Available when a training has ended or is paused.';
  const isReported = isStill && !results.isBusy.value;
  const tested = results.results.value;
  const inspected = inspection.inspected.value;
  const plotted = inspected?.selected.title ?? (tested && 'A test series');
  // Of the series being looked at or, before there is one, of a test series.
  const attention = async (): Promise<string> => {
    const { attentionSpec, attentionSvg, exampleSpec } = await import('./plot-files');
    if (inspected) return attentionSvg(attentionSpec(inspected, names));
    if (!tested) throw new Error('No series is chosen.');
    return attentionSvg(exampleSpec(tested));
  };
  const curves = async () => (await import('./plot-files')).curvesSvg(run.history.peek().epochs);
  return (
    <>
      <SaveRow
        title="Report"
        note="All about this training: two pages to print, or to save as PDF; or the numbers as the command line writes them."
        reason={isReported ? '' : unfinished}
        files={{
          'save-report': [
            'report.json',
            async () => `${formatJson(await (await import('./run-report')).makeReport(app))}\n`,
          ],
        }}
      >
        <button type="button" name="print-report" disabled={!isReported} onClick={() => void printReport()}>
          Print
        </button>
      </SaveRow>
      <SaveRow
        title="History"
        note="Loss and accuracy, one line per epoch, for a spreadsheet."
        reason={hasEpochs ? '' : tooEarly}
        files={{ 'save-history': ['history.csv', () => historyCsv(run.history.peek().epochs)] }}
      />
      <SaveRow
        title="Predictions"
        note="For each test series: its class, the probability, and the attention at each step."
        reason={tested ? '' : untested}
        files={{
          'save-predictions': [
            'predictions.json',
            () => (tested ? jsonLines(seriesPredictions(tested.predictions, tested.test)) : ''),
          ],
        }}
      />
      <SaveRow
        title="Attention plot"
        note={`${plotted} and where the network looked.`}
        reason={plotted ? '' : untested}
        files={pictures('save-plot', 'attention', attention)}
      />
      <SaveRow
        title="Training curves"
        note="Loss and accuracy of each epoch, as a picture."
        reason={hasEpochs ? '' : tooEarly}
        files={pictures('save-curves', 'curves', curves)}
      />
    </>
  );
}

/** A picture in both formats. @param name of the buttons. @param file its name, without the ending. */
function pictures(name: string, file: string, plot: () => Promise<string>) {
  const png = async () => (await import('./plot-files')).toPng(await plot());
  return {
    [`${name}-svg`]: [`${file}.svg`, plot],
    [`${name}-png`]: [`${file}.png`, png],
  } as const;
}
