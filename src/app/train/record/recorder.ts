import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Dataset } from '../../../data/dataset';
import { type Sensor, type SensorName, sensorKinds } from './sensors';
import { cutWindows, findWindows, type Take } from './windows';

/** Samples a second. */
export const rate = 50;
/** In seconds; a take ends by itself. */
export const longestTake = 30;
/** Examples of a class. */
export const wanted = 10;
/** With fewer examples of a class there is nothing to learn from and to test on. */
const fewest = 4;
/** Samples between two pictures of a take that goes on. */
const betweenPictures = 10;

export interface RecordedClass {
  name: string;
  take: Take | null;
  /** First steps of its windows, ascending. */
  starts: number[];
}

/** Three classes of recorded examples, cut out of one take each. */
export interface Recorder {
  sensor: ReadonlySignal<SensorName>;
  /** Forgets what another sensor gave. */
  chooseSensor(sensor: SensorName): void;
  classes: ReadonlySignal<readonly RecordedClass[]>;
  rename(index: number, name: string): void;
  /** Steps of every window. */
  length: ReadonlySignal<number>;
  /** Cuts all windows anew. */
  changeLength(length: number): void;
  /** Moves a window, as far as its take goes. */
  move(index: number, window: number, start: number): void;
  /** The class that is being recorded; null: none is. */
  recording: ReadonlySignal<number | null>;
  /** Why there is no recording. */
  problem: Signal<string>;
  /** Records a class anew, until `stop` or for the longest time. */
  record(index: number, pad: HTMLElement): Promise<void>;
  stop(): void;
  /** All windows; null while a class has too few, or two have one name. */
  dataset: ReadonlySignal<Dataset | null>;
}

/** @param open opens a sensor; for tests. */
export function createRecorder(
  open = (name: SensorName, pad: HTMLElement): Promise<Sensor> => sensorKinds[name].open(pad),
): Recorder {
  const sensor = signal<SensorName>('pointer');
  const length = signal(60);
  const recording = signal<number | null>(null);
  const problem = signal('');
  const empty = (): RecordedClass[] => ['A', 'B', 'C'].map((name) => ({ name, take: null, starts: [] }));
  const classes = signal<readonly RecordedClass[]>(empty());
  let end = () => {};

  function change(index: number, changes: Partial<RecordedClass>): void {
    classes.value = classes.value.map((each, i) => (i === index ? { ...each, ...changes } : each));
  }

  return {
    sensor,
    chooseSensor(next) {
      end();
      batch(() => {
        sensor.value = next;
        problem.value = '';
        classes.value = classes.value.map(({ name }) => ({ name, take: null, starts: [] }));
      });
    },
    classes,
    rename: (index, name) => change(index, { name }),
    length,
    changeLength(next) {
      batch(() => {
        length.value = next;
        classes.value = classes.value.map((each) => ({
          ...each,
          starts: each.take ? findWindows(each.take, next, wanted) : [],
        }));
      });
    },
    move(index, window, start) {
      const { take, starts = [] } = classes.value[index] ?? {};
      if (!take) return;
      const last = take.values.length / take.channels - length.value;
      change(index, { starts: starts.with(window, Math.min(last, Math.max(0, start))) });
    },
    recording,
    problem,
    async record(index, pad) {
      end();
      batch(() => {
        recording.value = index;
        problem.value = '';
      });
      let isOver = false;
      end = () => {
        isOver = true;
        recording.value = null;
      };
      let opened: Sensor;
      try {
        opened = await open(sensor.value, pad);
      } catch (error) {
        if (isOver) return;
        recording.value = null;
        problem.value = (error as Error).message;
        return;
      }
      // It may have taken a visitor's permission, and that some time.
      if (isOver) {
        opened.close();
        return;
      }
      const channels = sensorKinds[sensor.value].channelNames.length;
      const values: number[] = [];
      const startedAt = performance.now();
      const taken = (): Take => ({ channels, values: Float32Array.from(values) });
      const timer = setInterval(sample, 1000 / rate);
      function finish(): void {
        clearInterval(timer);
        opened.close();
        const take = taken();
        batch(() => {
          recording.value = null;
          change(index, { take, starts: findWindows(take, length.value, wanted) });
        });
        end = () => {};
      }
      function sample(): void {
        // A timer may be late: then a measurement counts for several steps.
        const due = Math.min(longestTake * rate, ((performance.now() - startedAt) * rate) / 1000);
        const measured = opened.read();
        while (values.length / channels < due) values.push(...measured);
        if (values.length / channels >= longestTake * rate) finish();
        else if ((values.length / channels) % betweenPictures === 0)
          change(index, { take: taken(), starts: [] });
      }
      end = finish;
    },
    stop: () => end(),
    dataset: computed(() => {
      const found = classes.value.flatMap(({ name, take, starts }) =>
        take && starts.length >= fewest ? [{ name: name.trim(), take, starts }] : [],
      );
      const names = new Set(found.map(({ name }) => name).filter(Boolean));
      if (names.size < classes.value.length || recording.value !== null) return null;
      return cutWindows(found, length.value, sensorKinds[sensor.value].channelNames);
    }),
  };
}
