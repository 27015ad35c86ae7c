import { describe, expect, it } from 'vitest';
import { choosePlots, listFiles } from '../../../src/cli/plots';
import { binary, generated, three } from '../../support/predictions';

describe('choosePlots', () => {
  it('takes of each class the first series that was predicted right', () => {
    const plots = choosePlots(generated, binary);
    expect(plots.map(({ name }) => name)).toEqual(['attention-normal', 'attention-anomalous']);
    expect(plots.map(({ spec }) => spec.title)).toEqual([
      'Test series 2, normal: predicted normal, probability 0.750',
      'Test series 3, anomalous: predicted anomalous, probability 0.750',
    ]);
    expect(plots.map(({ spec }) => Array.from(spec.series))).toEqual([
      [6, 7, 8],
      [9, 10, 11],
    ]);
  });

  it('marks the flat, cut at the end of the series, of an anomalous one only', () => {
    expect(choosePlots(generated, binary).map(({ spec }) => spec.regions)).toEqual([
      [],
      [{ start: 1, end: 3, name: 'flat' }],
    ]);
  });

  it('takes the first of a class of which none was predicted right', () => {
    const wrong = { ...binary, probabilities: Float32Array.of(0.9, 0.2, 0.8, 0.1) };
    expect(choosePlots(generated, wrong).map(({ spec }) => spec.title)).toEqual([
      'Test series 0, normal: predicted anomalous, probability 0.900',
      'Test series 1, anomalous: predicted normal, probability 0.800',
    ]);
  });

  it('leaves out a class that the test part does not have', () => {
    expect(choosePlots(three.data, three.predictions).map(({ name, spec }) => [name, spec.title])).toEqual([
      ['attention-class-0', 'Test series 1, a: predicted a, probability 0.500'],
      ['attention-class-2', 'Test series 0, c: predicted c, probability 0.625'],
    ]);
  });

  it('draws all of several channels, without padding', () => {
    const data = {
      ...three.data,
      channels: 2,
      series: Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40),
      lengths: Int32Array.of(2, 1),
    };
    const [plot] = choosePlots(data, three.predictions);
    expect(Array.from(plot!.spec.series)).toEqual([3, 30]);
    expect(plot!.spec.channelNames).toEqual(['channel 1', 'channel 2']);
    expect(plot!.spec.attention).toHaveLength(1);
  });
});

describe('listFiles', () => {
  const plots = (count: number) =>
    Array.from({ length: count }, (_, i) => [`attention-class-${i}.svg`, `attention-class-${i}.png`]).flat();

  it('names a few plots, and counts many', () => {
    expect(listFiles(['model.json', ...plots(2)])).toBe(
      'model.json, attention-class-0.svg, attention-class-0.png, attention-class-1.svg, attention-class-1.png',
    );
    expect(listFiles(['model.json', ...plots(9)])).toBe(
      'model.json, 18 attention plots (attention-class-0.svg to attention-class-8.png)',
    );
  });
});
