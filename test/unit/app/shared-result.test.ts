import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resultFragment } from '../../../src/app/train/state/address';
import type { RunRecord } from '../../../src/app/train/state/run-record';
import { defaultConfig } from '../../../src/app/train/state/settings';
import {
  longestLink,
  ofFragment,
  packResult,
  toFragment,
  unpackResult,
} from '../../../src/app/train/state/shared-result';
import { typedNetwork } from '../../../src/app/train/state/typed-network';
import { generateSineDataset } from '../../../src/data/sine-dataset';
import { metadataTexts } from '../../../src/model/weights/metadata';
import { readSafetensors, writeSafetensors } from '../../../src/model/weights/safetensors';
import { toTorch } from '../../../src/model/weights/torch/classifier';
import { readTypedFile } from '../../../src/model/weights/typed-file';
import { writeTypedFile } from '../../../src/model/weights/write-typed-file';
import { RandomStream } from '../../../src/random';

const seed = Number(process.env.GATEWAVE_TEST_SEED ?? 1);
const random = new RandomStream(seed, 'shared-result');

/** The network that comes with the page, with what 16 bits took from its weights drawn at random. */
const trained = (() => {
  const { classifier, metadata } = readTypedFile(
    readFileSync('src/app/train/state/bundled/quick.safetensors'),
  );
  const weights = new Map(
    [...classifier.weights].map(([name, values]) => [
      name,
      values.map((value) => value * (1 + (random.next() - 0.5) * 2 ** -10)),
    ]),
  );
  return writeSafetensors(toTorch(weights, classifier.sizes), { format: 'pt', ...metadataTexts(metadata) });
})();

const record: RunRecord = {
  date: '2026-01-02T10:00:00.000Z',
  name: 'mine',
  hasModel: false,
  config: { ...defaultConfig, seed: 11 },
  file: null,
  device: 'processor',
  reason: 'finished',
  seconds: 61.5,
  epochs: 14,
  steps: 700,
  validationLoss: 0.04,
  validationAccuracy: 0.99,
  test: { count: 400, loss: 0.05, accuracy: 0.985, balancedAccuracy: 0.984, f1: 0.983, rocAuc: 0.999 },
  history: [],
};
const example = { series: Float32Array.from({ length: 100 }, (_, i) => 1e6 * Math.sin(i)), channels: 1 };

const flipped = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const copy = Uint8Array.from(bytes);
  const at = random.integer(copy.length);
  copy[at] = (copy[at] as number) ^ (1 << random.integer(8));
  return copy;
};

describe('a result that is sent', () => {
  it('arrives whole, in a link that browsers open', async () => {
    const fragment = toFragment(await packResult(trained, record, example));
    console.log(`${fragment.length} characters`);
    expect(fragment.length).toBeLessThan(longestLink);
    expect(encodeURI(fragment)).toBe(fragment);
    const found = await unpackResult(ofFragment(fragment));
    expect(found.record).toEqual(record);
    // The series is not rounded: it may be larger than 16 bits hold.
    expect(found.example).toEqual(example.series);
    expect([...readSafetensors(found.model).keys()]).toEqual([...readSafetensors(trained).keys()]);
  });

  it('answers as the network did, within the rounding of its weights', async () => {
    const { network } = await unpackResult(await packResult(trained, record, example));
    const [before, after] = [
      typedNetwork(readTypedFile(writeTypedFile(trained, 'F32'))),
      typedNetwork(network),
    ];
    const waves = generateSineDataset({ ...defaultConfig, dataset_size: 100 }, 1_000_003);
    const changes = Array.from({ length: waves.count }, (_, row) => {
      const series = waves.series.subarray(row * waves.time, (row + 1) * waves.time);
      const [p = 0] = before.inspect(series).probabilities;
      const [q = 1] = after.inspect(series).probabilities;
      return Math.abs(p - q);
    });
    console.log(`largest change of a probability: ${Math.max(...changes)}`);
    expect(Math.max(...changes)).toBeLessThan(0.02);
    expect(Math.max(...changes)).toBeGreaterThan(0);
  });

  it('is refused, with a sentence, when it is cut off, damaged or foreign', async () => {
    const whole = await packResult(trained, record, example);
    const fragment = toFragment(whole);
    expect(() => ofFragment(`${fragment}!`)).toThrow('characters');
    expect(() => ofFragment('#learn')).toThrow('cut off');
    await expect(unpackResult(ofFragment(resultFragment))).rejects.toThrow('nothing in it');
    await expect(unpackResult(Uint8Array.of(2, 1))).rejects.toThrow('does not know');
    await expect(unpackResult(ofFragment(fragment.slice(0, -40)))).rejects.toThrow('cut off or damaged');
    const weights = await gzip(writeTypedFile(trained, 'F16'));
    await expect(unpackResult(weights)).rejects.toThrow('figures');
    const bomb = await gzip(new Uint8Array(40 * 2 ** 20));
    expect(bomb.length).toBeLessThan(longestLink);
    await expect(unpackResult(bomb)).rejects.toThrow('more than a network needs');
  });

  it(`is never believed when a bit is wrong (GATEWAVE_TEST_SEED=${seed})`, async () => {
    const whole = await packResult(trained, record, example);
    for (let i = 0; i < 60; i++) {
      const cut = whole.slice(0, random.integer(whole.length));
      await expect(unpackResult(cut)).rejects.toThrow(/\w\.$/);
      const found = await unpackResult(flipped(whole)).catch((error: Error) => error);
      if (found instanceof Error) expect(found.message).toMatch(/\w\.$/);
      // Bits of gzip's header mean nothing.
      else expect(found.model).toEqual((await unpackResult(whole)).model);
    }
  });

  it(`is a network that can answer, or refused, whatever somebody wrote into it (GATEWAVE_TEST_SEED=${seed})`, async () => {
    const file = writeTypedFile(trained, 'F16', {
      texts: { run: JSON.stringify(record) },
      example: { shape: [100, 1], data: example.series },
    });
    let refused = 0;
    for (let i = 0; i < 60; i++) {
      // The header, where shapes, names and texts are, is damaged more often than its share.
      const forged = Uint8Array.from(file);
      forged.set(flipped(file.subarray(0, 2400)));
      const found = await unpackResult(await gzip(forged)).catch((error: Error) => error);
      if (found instanceof Error) {
        refused += 1;
        expect(found.message).toMatch(/\w/);
      } else {
        const { probabilities } = typedNetwork(found.network).inspect(found.example);
        expect(probabilities.every((p) => p >= 0 && p <= 1)).toBe(true);
      }
    }
    expect(refused).toBeGreaterThan(30);
  });
});

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return Uint8Array.of(1, ...new Uint8Array(await new Response(packed).arrayBuffer()));
}
