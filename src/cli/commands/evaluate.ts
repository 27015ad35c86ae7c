import { defineCommand } from 'citty';
import { classificationReport } from '../../model/report/metrics/report';
import { formatReport } from '../../model/report/metrics/report-text';
import { exitCodes } from '../errors';
import { readModel } from '../model-files';
import { createDisplay } from '../progress';
import { readingFlags, readOptions } from '../reading-flags';
import { describeDevice } from '../training-job';
import { tuningOptions } from '../tuning-file';
import {
  checkDevice,
  checkLength,
  deviceFlags,
  importModel,
  jsonFlag,
  modelFlags,
  readData,
  withHeadless,
} from './shared';

export const evaluate = defineCommand({
  meta: { name: 'evaluate', description: 'Report how well a trained model classifies labelled series' },
  args: { ...modelFlags, ...readingFlags, ...deviceFlags, ...jsonFlag },
  async run({ args }): Promise<number> {
    checkDevice(args);
    const source = await readModel(args.model, args.scaling);
    const display = createDisplay(args.json ?? false);
    return withHeadless(args, async ({ session, browser }) => {
      const device = await session.initialise(args.backend, await tuningOptions(args));
      const model = await importModel(session, source, args.model);
      const { classNames } = model;
      // The classes in the file may be fewer than the model's; one it does not know is an error with line and column.
      const dataset = await readData(args.data, { ...readOptions(args), classNames });
      checkLength(model, dataset, args.data);
      display.report({ type: 'device', browser, ...device }, `Device   ${describeDevice(device, browser)}`);
      display.report({ type: 'model', ...model }, `Model    ${args.model}, ${model.parameters} parameters`);
      const { probabilities, loss } = await session.predict(dataset);
      const report = classificationReport({ labels: dataset.labels, probabilities, classNames });
      const title = `\n${dataset.count} series of ${args.data}, loss ${loss.toFixed(4)}`;
      display.report({ type: 'report', loss, ...report }, `${title}\n\n${formatReport(report)}`);
      return exitCodes.success;
    });
  },
});
