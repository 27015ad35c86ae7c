import { type ArgsDef, defineCommand } from 'citty';
import type { Dataset } from '../../data/dataset';
import { csvHeader, csvRow, seriesPredictions } from '../../model/report/predictions-file';
import type { SessionApi } from '../../model/session/api';
import { valuesOf } from '../arguments';
import { exitCodes } from '../errors';
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
    description: 'JSON has the attention of each step, too (default)',
    negativeDescription: 'leave the attention out, which takes most of the space',
  },
  ...deviceFlags,
} as const satisfies ArgsDef;

export const predict = defineCommand({
  meta: { name: 'predict', description: 'Write what a trained model predicts for each series' },
  args,
  async run({ args: given, rawArgs }): Promise<number> {
    const { source, options } = await readAskedModel(given);
    const { dataset, name } = await readSeries(valuesOf('data', rawArgs, args), options);
    await prepareFile(given.out);
    const format = given.format ?? (given.out.toLowerCase().endsWith('.csv') ? 'csv' : 'json');
    return withRuntime(given, async ({ session }) => {
      await session.initialise(given.backend, await tuningOptions(given));
      const model = await importModel(session, source, given.model);
      checkSeries(model, dataset, name);
      // Labels of the file may be of any classes: they are not used.
      const unlabelled = {
        ...dataset,
        labels: new Int32Array(dataset.count).fill(-1),
        classNames: model.classNames,
      };
      const pieces =
        format === 'csv' ? csvPieces(session, unlabelled) : jsonPieces(session, unlabelled, given.attention);
      await writeBlocks(given.out, pieces);
      process.stdout.write(`Wrote predictions for ${dataset.count} series to ${given.out}\n`);
      return exitCodes.success;
    });
  },
});

async function* jsonPieces(
  session: SessionApi,
  dataset: Dataset,
  attention: boolean,
): AsyncGenerator<string> {
  yield '[';
  for await (const rows of predictedRows(session, dataset)) {
    for (const { row, number } of rows) {
      const { attention: weights, ...named } = row;
      const text = JSON.stringify(attention ? { ...named, attention: weights } : named);
      yield `${number > 1 ? ',' : ''}\n${text}`;
    }
  }
  yield '\n]\n';
}

async function* csvPieces(session: SessionApi, dataset: Dataset): AsyncGenerator<string> {
  yield csvHeader(dataset.classNames);
  for await (const rows of predictedRows(session, dataset)) {
    for (const { row } of rows) yield csvRow(row, dataset.classNames);
  }
}

/** The predictions of each block, each with the number of its series, from 1. */
async function* predictedRows(session: SessionApi, whole: Dataset) {
  for await (const { dataset, predictions, before } of predictBlocks(session, whole)) {
    const rows = [...seriesPredictions(predictions, dataset, before + 1)];
    yield rows.map((row, i) => ({ row, number: before + i + 1 }));
  }
}
