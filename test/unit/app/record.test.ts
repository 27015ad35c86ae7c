import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecorder, longestTake, rate } from '../../../src/app/train/record/recorder';
import { type Sensor, sensorKinds } from '../../../src/app/train/record/sensors';
import { cutWindows, findWindows } from '../../../src/app/train/record/windows';
import { readOwnData } from '../../../src/app/train/state/own-data';
import type { Dataset } from '../../../src/data/dataset';
import { textFile } from '../../../src/data/formats/data-file';
import { writeCsv } from '../../../src/data/write-csv';
import { RandomStream } from '../../../src/random';

/** Still, but for a bump of 20 steps at each of these places. */
function bumpsAt(places: readonly number[], steps = 600): Float32Array {
  const values = new Float32Array(steps);
  for (const place of places) {
    for (let i = -10; i <= 10; i++) values[place + i] = 1 + Math.cos((Math.PI * i) / 10);
  }
  return values;
}

describe('the windows of a take', () => {
  it('have what happens in their middle', () => {
    const places = [60, 150, 320, 500];
    const starts = findWindows({ channels: 1, values: bumpsAt(places) }, 60, 10);
    // None is where nothing happens.
    expect(starts).toHaveLength(4);
    starts.forEach((start, i) => {
      expect(Math.abs(start + 30 - (places[i] as number))).toBeLessThan(3);
    });
  });

  it('do not overlap, and are as many as asked for or as fit', () => {
    const values = Float32Array.from({ length: 2 * 330 }, (_, i) => Math.sin(i / 7));
    const starts = findWindows({ channels: 2, values }, 50, 10);
    expect(starts.length).toBeGreaterThan(2);
    expect(starts.length).toBeLessThan(7);
    for (let i = 1; i < starts.length; i++) {
      expect((starts[i] as number) - (starts[i - 1] as number)).toBeGreaterThanOrEqual(50);
    }
    expect(findWindows({ channels: 2, values }, 400, 10)).toEqual([]);
  });

  it('become series of their classes', () => {
    const take = (from: number) => ({
      channels: 2,
      values: Float32Array.from({ length: 20 }, (_, i) => from + i),
    });
    const dataset = cutWindows(
      [
        { name: 'a', take: take(0), starts: [0, 4] },
        { name: 'b', take: take(100), starts: [7] },
      ],
      3,
      ['x', 'y'],
    );
    expect(dataset).toMatchObject({ count: 3, time: 3, channels: 2, classNames: ['a', 'b'] });
    expect(Array.from(dataset.labels)).toEqual([0, 0, 1]);
    expect(Array.from(dataset.series)).toEqual([
      0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 114, 115, 116, 117, 118, 119,
    ]);
  });
});

describe('the recorder', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const pad = {} as HTMLElement;
  let closed = 0;
  const opened = (): Sensor => {
    let step = 0;
    return {
      read: () => [Math.sin(step++ / 5), Math.cos(step / 9)],
      close() {
        closed += 1;
      },
    };
  };

  it('cuts ten examples a class out of takes that end by themselves or are stopped', async () => {
    const recorder = createRecorder(async () => opened());
    closed = 0;
    for (const index of [0, 1, 2]) {
      await recorder.record(index, pad);
      expect(recorder.recording.value).toBe(index);
      vi.advanceTimersByTime(index === 0 ? 1000 * longestTake + 100 : 15_000);
      recorder.stop();
    }
    expect(closed).toBe(3);
    const [first, second] = recorder.classes.value;
    expect(first?.take?.values.length).toBe(2 * rate * longestTake);
    expect(second?.take?.values.length).toBe(2 * rate * 15);
    expect(recorder.dataset.value).toMatchObject({ count: 30, time: 60, channelNames: ['x', 'y'] });
    recorder.move(1, 0, -99);
    expect(recorder.classes.value[1]?.starts[0]).toBe(0);
    recorder.changeLength(rate);
    expect(recorder.dataset.value?.time).toBe(rate);
  });

  it.each(['pointer', 'microphone', 'motion'] as const)(
    'makes a file of %s that is read back',
    async (sensor) => {
      const random = new RandomStream(3, sensor);
      const recorder = createRecorder(async () => ({
        ...opened(),
        read: () => sensorKinds[sensor].channelNames.map(() => random.next()),
      }));
      recorder.chooseSensor(sensor);
      for (const index of [0, 1, 2]) {
        recorder.rename(index, String(index));
        await recorder.record(index, pad);
        vi.advanceTimersByTime(20_000);
        recorder.stop();
      }
      const recorded = recorder.dataset.value as Dataset;
      const { channels, series, labels } = recorded;
      const file = textFile('recorded.csv', writeCsv(recorded));
      const options = { label: 'first', header: channels > 1 };
      const { dataset, warnings } = await readOwnData([{ part: 'train', file }], options, () => {});
      expect(dataset).toMatchObject({ series, labels, channels, classNames: ['0', '1', '2'] });
      if (channels > 1) expect(dataset.channelNames).toEqual(sensorKinds[sensor].channelNames);
      expect(warnings.classes).toEqual([]);
    },
  );

  it('has no data while names are missing or the same, and forgets what another sensor gave', async () => {
    const recorder = createRecorder(async () => opened());
    for (const index of [0, 1, 2]) {
      await recorder.record(index, pad);
      vi.advanceTimersByTime(15_000);
      recorder.stop();
    }
    for (const name of ['B', ' ']) {
      recorder.rename(0, name);
      expect(recorder.dataset.value).toBeNull();
    }
    recorder.rename(0, 'circle');
    expect(recorder.dataset.value?.classNames).toEqual(['circle', 'B', 'C']);
    recorder.chooseSensor('microphone');
    expect(recorder.dataset.value).toBeNull();
    expect(recorder.classes.value[0]).toEqual({ name: 'circle', take: null, starts: [] });
  });

  it('says why a sensor gives nothing, and closes one that comes too late', async () => {
    const refused = createRecorder(() => Promise.reject(new Error('It was refused.')));
    await refused.record(0, pad);
    expect([refused.problem.value, refused.recording.value]).toEqual(['It was refused.', null]);
    closed = 0;
    const late = createRecorder(async () => opened());
    const recording = late.record(0, pad);
    late.stop();
    await recording;
    expect([closed, late.recording.value]).toEqual([1, null]);
  });
});
