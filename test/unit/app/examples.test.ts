import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type ExamplePicture, publicPictures } from '../../../src/app/train/state/example-pictures';
import { examples } from '../../../src/app/train/state/examples';
import { readOwnData } from '../../../src/app/train/state/own-data';
import { textFile } from '../../../src/data/formats/data-file';
import { readDataset } from '../../../src/data/formats/read-dataset';

it.each([
  ['synthetic-control/SyntheticControl_TRAIN.ts', publicPictures.control],
  ['japanese-vowels/JapaneseVowels_TRAIN.ts', publicPictures.vowels],
] as [string, ExamplePicture[]][])('the pictures of %s are its own series', async (path, pictures) => {
  const file = textFile(path, readFileSync(`examples/data/${path}`, 'utf8'));
  const { dataset } = await readDataset([file]);
  for (const { className, values, channels } of pictures) {
    const row = dataset.labels.indexOf(dataset.classNames.indexOf(className));
    const start = row * dataset.time * dataset.channels;
    for (let i = 0; i < values.length; i++) {
      const [step, channel] = [Math.floor(i / channels), i % channels];
      const value = dataset.series[start + step * dataset.channels + channel] as number;
      expect(Math.abs((values[i] as number) - value)).toBeLessThan(0.0501);
    }
    expect(values.length / channels).toBe(dataset.lengths?.[row] ?? dataset.time);
  }
});

it.each(examples.filter(({ license }) => license.name === 'MIT'))(
  '$name is read without a question, and says that it is generated',
  async ({ size, files }) => {
    const [made] = await files();
    const file = textFile(made?.name ?? '', (await made?.file.text()) ?? '');
    const { dataset, warnings } = await readOwnData([{ part: 'train', file }], {}, () => {});
    expect(dataset.count).toBe(400);
    expect(dataset.classNames).toHaveLength(2);
    expect(warnings).toEqual({ series: [], classes: [], values: [] });
    expect(size).toContain('generated');
  },
);
