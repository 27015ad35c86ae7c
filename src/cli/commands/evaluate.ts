import { type ArgsDef, defineCommand } from 'citty';
import { classificationReport } from '../../model/report/metrics/report';
import { formatReport } from '../../model/report/metrics/report-text';
import { valuesOf } from '../arguments';
import { exitCodes } from '../errors';
import { predictBlocks } from '../prediction-blocks';
import { createDisplay } from '../progress';
import { readSeries, refuseUnlabelled } from '../read-series';
import { describeDevice } from '../training-job';
import { tuningOptions } from '../tuning-file';
import {
  checkSeries,
  deviceFlags,
  importModel,
  jsonFlag,
  modelFlags,
  readAskedModel,
  withRuntime,
} from './shared';

const args = { ...modelFlags, ...deviceFlags, ...jsonFlag } as const satisfies ArgsDef;

export const evaluate = defineCommand({
  meta: { name: 'evaluate', description: 'Report how well a trained model classifies labelled series' },
  args,
  async run({ args: given, rawArgs }): Promise<number> {
    const { source, known, options } = await readAskedModel(given);
    // The classes in the files may be fewer than the model's; one it does not know is an error with its place.
    const read = (classNames: readonly string[] | undefined) =>
      readSeries(valuesOf('data', rawArgs, args), { ...options, ...(classNames && { classNames }) });
    const first = await read(known.classNames);
    refuseUnlabelled(first, 'evaluated');
    const display = createDisplay(given.json ?? false);
    return withRuntime(given, async ({ session, host }) => {
      const device = await session.initialise(given.backend, await tuningOptions(given));
      const model = await importModel(session, source, given.model);
      const { classNames } = model;
      const { dataset, name } = known.classNames ? first : await read(classNames);
      checkSeries(model, dataset, name);
      display.report({ type: 'device', ...host, ...device }, `Device   ${describeDevice(device, host)}`);
      display.report({ type: 'model', ...model }, `Model    ${given.model}, ${model.parameters} parameters`);
      const probabilities: number[] = [];
      let loss = 0;
      for await (const { predictions } of predictBlocks(session, dataset)) {
        for (const probability of predictions.probabilities) probabilities.push(probability);
        loss += (predictions.loss * predictions.count) / dataset.count;
      }
      const report = classificationReport({ labels: dataset.labels, probabilities, classNames });
      const title = `\n${dataset.count} series of ${name}, loss ${loss.toFixed(4)}`;
      display.report({ type: 'report', loss, ...report }, `${title}\n\n${formatReport(report)}`);
      return exitCodes.success;
    });
  },
});
