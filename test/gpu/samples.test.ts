import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { openPage } from '../support/page';
import { readSamples } from '../support/samples';
import { writeModule } from '../support/typescript-samples';

const samples = readSamples().filter(({ marker }) => marker?.kind === 'WebGPU');

it.each(samples.map((sample) => ({ ...sample, name: `${sample.file}:${sample.line}` })))(
  'the sample at $name runs in the browser',
  async (sample) => {
    const module = `/test-results/samples/${basename(writeModule(sample))}`;
    // Whatever a sample logs as an error, throws or leaves to WebGPU's error handler fails the page.
    await using opened = await openPage('test/pages/blank.html');
    expect(await opened.page.evaluate(`import('${module}').then(() => 'ran')`)).toBe('ran');
  },
);
