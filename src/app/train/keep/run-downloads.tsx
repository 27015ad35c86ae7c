import { useComputed } from '@preact/signals';
import { formatJson } from '../../../data/json';
import { jsonLines, seriesPredictions } from '../../../model/report/predictions-file';
import { historyCsv } from '../../../model/training/history';
import { download } from '../../shared/download';
import { useClassNames } from '../series/use-class-names';
import { useApp } from '../state/app';
import { type SaveAction, SaveRow } from './save-row';

/** The files of the run shown. The code that makes them is fetched when one is asked for. */
export function RunDownloads() {
  return (
    <div class="keep-block">
      <h3>Files of the training</h3>
      <ReportRow />
      <HistoryRow />
      <PredictionsRow />
      <AttentionRow />
      <CurvesRow />
    </div>
  );
}

function ReportRow() {
  const app = useApp();
  const { run, results } = app;
  // Training sends many events a second; here it matters only what there is.
  const hasSummary = useComputed(() => run.history.value.summary !== null && isStill(run.status.value)).value;
  return (
    <SaveRow
      title="Report"
      note="All about this training: a page that opens anywhere, or the numbers as the command line writes them."
      reason={reportReason(hasSummary, results.isBusy.value)}
      actions={[
        {
          name: 'save-html',
          label: 'HTML',
          save: async () => {
            const { makeContent } = await import('./run-files');
            const { reportHtml } = await import('./report-html');
            download('report.html', reportHtml(await makeContent(app, new Date())), 'text/html');
          },
        },
        {
          name: 'save-report',
          label: 'JSON',
          save: async () => {
            const { makeReport } = await import('./run-files');
            const text = formatJson(await makeReport(app));
            download('report.json', `${text}\n`, 'application/json');
          },
        },
      ]}
    />
  );
}

function isStill(status: string): boolean {
  return status === 'ended' || status === 'paused';
}

function reportReason(hasSummary: boolean, isTesting: boolean): string {
  if (!hasSummary) return 'Available when a training has ended or is paused.';
  return isTesting ? 'The network is being tested.' : '';
}

function HistoryRow() {
  const { run } = useApp();
  const hasEpochs = useComputed(() => run.history.value.epochs.length > 0).value;
  return (
    <SaveRow
      title="History"
      note="Loss and accuracy, one line per epoch, for a spreadsheet."
      reason={hasEpochs ? '' : 'Available after the first epoch.'}
      actions={[
        {
          name: 'save-history',
          label: 'CSV',
          save: () => download('history.csv', historyCsv(run.history.peek().epochs), 'text/csv'),
        },
      ]}
    />
  );
}

function PredictionsRow() {
  const tested = useApp().results.results.value;
  return (
    <SaveRow
      title="Predictions"
      note="For each test series: its class, the probability, and the attention at each step."
      reason={tested ? '' : 'Available once the network has been tested.'}
      actions={[
        {
          name: 'save-predictions',
          label: 'JSON',
          save: () => {
            if (!tested) return;
            const text = jsonLines(seriesPredictions(tested.predictions, tested.test));
            download('predictions.json', text, 'application/json');
          },
        },
      ]}
    />
  );
}

/** Plots of the series being looked at or, before there is one, of a test series. */
function AttentionRow() {
  const { results, inspection } = useApp();
  const names = useClassNames();
  const inspected = inspection.inspected.value;
  const tested = results.results.value;
  const plotted = inspected?.selected.title ?? (tested && 'A test series');
  const plot = async (): Promise<string> => {
    const { attentionSpec, attentionSvg, exampleSpec } = await import('./plot-files');
    if (inspected) return attentionSvg(attentionSpec(inspected, names));
    if (!tested) throw new Error('No series is chosen.');
    return attentionSvg(exampleSpec(tested));
  };
  return (
    <SaveRow
      title="Attention plot"
      note={`${plotted} and where the network looked.`}
      reason={plotted ? '' : 'Available once the network has been tested.'}
      actions={pictureActions('plot', 'attention', plot)}
    />
  );
}

function CurvesRow() {
  const { run } = useApp();
  const hasEpochs = useComputed(() => run.history.value.epochs.length > 0).value;
  const plot = async (): Promise<string> => {
    const { curvesFile } = await import('./chart-svg');
    return curvesFile(run.history.peek().epochs);
  };
  return (
    <SaveRow
      title="Training curves"
      note="Loss and accuracy of each epoch, as a picture."
      reason={hasEpochs ? '' : 'Available after the first epoch.'}
      actions={pictureActions('curves', 'curves', plot)}
    />
  );
}

/** A picture in both formats. @param name of the buttons. @param file its name, without the ending. */
function pictureActions(name: string, file: string, plot: () => Promise<string>): SaveAction[] {
  return [
    {
      name: `save-${name}-svg`,
      label: 'SVG',
      save: async () => download(`${file}.svg`, await plot(), 'image/svg+xml'),
    },
    {
      name: `save-${name}-png`,
      label: 'PNG',
      save: async () => {
        const { toPng } = await import('./plot-files');
        download(`${file}.png`, await toPng(await plot()), 'image/png');
      },
    },
  ];
}
