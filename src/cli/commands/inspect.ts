import { type ArgsDef, defineCommand } from 'citty';
import { readDataset } from '../../data/formats/read-dataset';
import { dataFiles } from '../data-files';
import { exitCodes } from '../errors';
import { formatInspection, type Inspection, inspectReading } from '../inspection';
import { LongWork } from '../long-work';
import { readingFlags, readOptions } from '../reading-flags';

const definitions = {
  files: { type: 'positional', valueHint: 'FILES', description: 'data files, or folders of them' },
  json: { type: 'boolean', description: 'print one JSON object and nothing else on standard output' },
  ...readingFlags,
} as const satisfies ArgsDef;

export const inspect = defineCommand({
  meta: { name: 'inspect', description: 'Print what data files hold and how they would be read' },
  args: definitions,
  async run({ args, rawArgs }): Promise<number> {
    const paths = args._;
    const files = await dataFiles(paths);
    const work = new LongWork(`Reading ${paths.join(', ')}`);
    const reading = await readDataset(files, readOptions(args), (read, all) => work.at(read, all)).finally(
      () => work.end(),
    );
    const inspection = inspectReading(reading, paths.join(', '));
    const text = args.json
      ? `${JSON.stringify(inspection)}\n`
      : formatInspection(inspection, propose(inspection, paths, rawArgs));
    process.stdout.write(text);
    return exitCodes.success;
  },
});

/** The command to go on with, with the flags that were given here. */
function propose({ classes }: Inspection, paths: readonly string[], given: readonly string[]): string {
  const flags = given.filter((word) => !paths.includes(word) && word !== '--json');
  const words = ['--data', ...paths, ...flags].map((word) => (/\s/.test(word) ? JSON.stringify(word) : word));
  return Object.keys(classes).length > 0
    ? `npx gatewave train ${words.join(' ')}`
    : `npx gatewave predict --model DIR ${words.join(' ')} --out predictions.json`;
}
