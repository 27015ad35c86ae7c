import { type ArgsDef, defineCommand } from 'citty';
import type { Dataset } from '../../data/dataset';
import type { OcclusionOptions } from '../../model/explain/occlusion';
import { occlusionWindows } from '../../model/explain/windows';
import { AgreementTotals, formatAgreement } from '../../model/report/agreement';
import {
  csvHeader,
  csvRow,
  type SeriesOcclusion,
  type SeriesPrediction,
  seriesOcclusion,
  seriesPredictions,
} from '../../model/report/predictions-file';
import type { SessionApi } from '../../model/session/api';
import { valuesOf } from '../arguments';
import { chooseBackend } from '../choose-backend';
import { exitCodes } from '../errors';
import { explainFlags, occlusionOptions } from '../explain-flags';
import { prepareFile, writeBlocks } from '../files';
import { predictBlocks } from '../prediction-blocks';
import { readSeries } from '../read-series';
import { tuningOptions } from '../tuning-file';
import { checkSeries, deviceFlags, importModel, modelFlags, readAskedModel, withRuntime } from './shared';

const args = {
  ...modelFlags,
  out: {
    type: 'string',
    valueHint: 'FILE.json|FILE.csv',
    required: true,
    description: 'file to write: id, predicted class and the probability of each class of each series',
  },
  format: {
    type: 'enum',
    options: ['json', 'csv'],
    description: 'of the file to write (default: by its ending, else json)',
  },
  attention: {
    type: 'boolean',
    default: true,
    description: 'JSON has the attention of each step, too, and with --explain what hiding it does (default)',
    negativeDescription: 'leave out what there is for each step, which takes most of the space',
  },
  ...explainFlags,
  ...deviceFlags,
  backend: {
    type: 'enum',
    options: ['auto', 'webgpu', 'cpu'],
    default: 'auto',
    description:
      'what computes: the GPU, or JavaScript on the processor; auto is the processor for so little that a GPU would take ' +
      'longer to start',
  },
} as const satisfies ArgsDef;

export const predict = defineCommand({
  meta: { name: 'predict', description: 'Write what a trained model predicts for each series' },
  args,
  async run({ args: given, rawArgs }): Promise<number> {
    const explain = occlusionOptions(given);
    const { source, options } = await readAskedModel(given);
    const { dataset, name } = await readSeries(valuesOf('data', rawArgs, args), options);
    await prepareFile(given.out);
    const format = given.format ?? (given.out.toLowerCase().endsWith('.csv') ? 'csv' : 'json');
    const passes = explain ? 1 + occlusionWindows(dataset.time, explain).length : 1;
    const device = chooseBackend(given, passes * dataset.count * dataset.time, source);
    return withRuntime(device, async ({ session }) => {
      await session.initialise(device.backend, await tuningOptions(given));
      const model = await importModel(session, source, given.model);
      checkSeries(model, dataset, name);
      // Labels of the file may be of any classes: they are not used.
      const unlabelled = {
        ...dataset,
        labels: new Int32Array(dataset.count).fill(-1),
        classNames: model.classNames,
      };
      const total = new AgreementTotals(explain);
      const rows = predictedRows(session, unlabelled, explain, total);
      const pieces =
        format === 'csv'
          ? csvPieces(rows, model.classNames, explain !== undefined)
          : jsonPieces(rows, given.attention);
      await writeBlocks(given.out, pieces);
      process.stdout.write(`Wrote predictions for ${dataset.count} series to ${given.out}\n`);
      if (explain) process.stdout.write(`${formatAgreement(total.agreement)}\n`);
      return exitCodes.success;
    });
  },
});

interface PredictedRow {
  prediction: SeriesPrediction;
  explained?: SeriesOcclusion;
}

async function* jsonPieces(blocks: AsyncIterable<PredictedRow[]>, hasSteps: boolean): AsyncGenerator<string> {
  yield '[';
  let before = 0;
  for await (const rows of blocks) {
    for (const { prediction, explained } of rows) {
      const { attention, ...named } = prediction;
      const { occlusion, ...found } = explained ?? {};
      const text = JSON.stringify({ ...named, ...found, ...(hasSteps && { attention, occlusion }) });
      yield `${before > 0 ? ',' : ''}\n${text}`;
      before += 1;
    }
  }
  yield '\n]\n';
}

async function* csvPieces(
  blocks: AsyncIterable<PredictedRow[]>,
  classNames: readonly string[],
  isExplained: boolean,
): AsyncGenerator<string> {
  yield csvHeader(classNames, isExplained);
  for await (const rows of blocks) {
    for (const { prediction, explained } of rows) yield csvRow(prediction, classNames, explained);
  }
}

/** The rows of each block. @param total is added to. */
async function* predictedRows(
  session: SessionApi,
  whole: Dataset,
  explain: OcclusionOptions | undefined,
  total: AgreementTotals,
): AsyncGenerator<PredictedRow[]> {
  for await (const block of predictBlocks(session, whole, explain)) {
    const { dataset: series, predictions, before, occlusions } = block;
    const agreements = occlusions && total.add({ series, attention: predictions.attention, occlusions });
    yield Array.from(seriesPredictions(predictions, series, before + 1), (prediction, row) => {
      const occlusion = occlusions?.[row];
      return { prediction, ...(occlusion && { explained: seriesOcclusion(occlusion, agreements?.[row]) }) };
    });
  }
}
