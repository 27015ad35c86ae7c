import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { historyCsv } from '../../../model/history';
import { jsonLines, seriesPredictions } from '../../../model/predictions-file';
import { download } from '../../shared/download';
import { useClassNames } from '../series/use-class-names';
import { useApp } from '../state/app';
import { SaveRow } from './save-row';

/** The files of the run shown. */
export function RunDownloads() {
  const app = useApp();
  const { run, results, inspection } = app;
  const names = useClassNames();
  // Training tells something many times a second; here it matters only what there is.
  const has = useMemo(
    () => ({
      summary: computed(() => run.history.value.summary !== null && isStill(run.status.value)),
      epochs: computed(() => run.history.value.epochs.length > 0),
    }),
    [run],
  );
  const isTesting = results.isBusy.value;
  const inspected = inspection.inspected.value;

  const tested = results.results.value;
  const plotted = inspected?.selected.title ?? (tested && 'A test series');

  async function attentionPlot(): Promise<string> {
    const { attentionSpec, attentionSvg, exampleSpec } = await import('./plot-files');
    if (inspected) return attentionSvg(attentionSpec(inspected, names));
    if (!tested) throw new Error('No series is chosen.');
    return attentionSvg(exampleSpec(tested));
  }

  async function curvesPlot(): Promise<string> {
    const { curvesFile } = await import('./chart-svg');
    return curvesFile(run.history.peek().epochs);
  }

  return (
    <div class="keep-block">
      <h3>Files of the training</h3>
      <SaveRow
        title="Report"
        note="All about this training: a page that opens anywhere, or the numbers as the command line writes them."
        reason={reportReason(has.summary.value, isTesting)}
        actions={[
          {
            name: 'save-html',
            label: 'HTML',
            save: async () => {
              const { makeContent } = await import('./run-files');
              const { reportHtml } = await import('./report-html');
              download('report.html', reportHtml(makeContent(app, new Date())), 'text/html');
            },
          },
          {
            name: 'save-report',
            label: 'JSON',
            save: async () => {
              const { makeReport } = await import('./run-files');
              const text = JSON.stringify(await makeReport(app), null, 2);
              download('report.json', `${text}\n`, 'application/json');
            },
          },
        ]}
      />
      <SaveRow
        title="History"
        note="Loss and accuracy, a line for each epoch, for a spreadsheet."
        reason={has.epochs.value ? '' : 'There is none before the first epoch is done.'}
        actions={[
          {
            name: 'save-history',
            label: 'CSV',
            save: () => download('history.csv', historyCsv(run.history.peek().epochs), 'text/csv'),
          },
        ]}
      />
      <SaveRow
        title="Predictions"
        note="Of each test series: its class, the probability, and the attention of each step."
        reason={tested ? '' : 'There are none before the network is tested.'}
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
      <SaveRow
        title="Attention plot"
        note={`${plotted} and where the network looked.`}
        reason={plotted ? '' : 'There is none before the network is tested.'}
        actions={[
          {
            name: 'save-plot-svg',
            label: 'SVG',
            save: async () => download('attention.svg', await attentionPlot(), 'image/svg+xml'),
          },
          {
            name: 'save-plot-png',
            label: 'PNG',
            save: async () => download('attention.png', await asPng(await attentionPlot()), 'image/png'),
          },
        ]}
      />
      <SaveRow
        title="Training curves"
        note="Loss and accuracy of each epoch, as a picture."
        reason={has.epochs.value ? '' : 'There are none before the first epoch is done.'}
        actions={[
          {
            name: 'save-curves-svg',
            label: 'SVG',
            save: async () => download('curves.svg', await curvesPlot(), 'image/svg+xml'),
          },
          {
            name: 'save-curves-png',
            label: 'PNG',
            save: async () => download('curves.png', await asPng(await curvesPlot()), 'image/png'),
          },
        ]}
      />
    </div>
  );
}

function isStill(status: string): boolean {
  return status === 'ended' || status === 'paused';
}

function reportReason(hasSummary: boolean, isTesting: boolean): string {
  if (!hasSummary) return 'There is one when a training has ended, or is paused.';
  return isTesting ? 'The network is being tested.' : '';
}

async function asPng(svg: string): Promise<Blob> {
  const { toPng } = await import('./plot-files');
  return toPng(svg);
}
