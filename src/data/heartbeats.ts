import { RandomStream } from '../random';
import type { Dataset, Region } from './dataset';

/** Samples a second. */
const rate = 50;
/** Four seconds: three to six beats. */
const time = 4 * rate;
const classNames = ['irregular', 'normal'];

/**
 * The five waves of a beat, each a Gaussian: seconds from the R wave, height beside R's, and deviation in seconds. Places
 * and heights follow Table 1 of McSharry, Clifford, Tarassenko and Smith, "A dynamical model for generating synthetic
 * electrocardiogram signals", IEEE Transactions on Biomedical Engineering 50(3), 2003, where they are angles of a cycle;
 * here a cycle is a second. Q, R and S are wider than there (16 ms), so that 50 samples a second show them.
 */
const waves: readonly (readonly [at: number, height: number, deviation: number])[] = [
  [-0.19, 0.25, 0.035],
  [-0.05, -0.17, 0.02],
  [0, 1, 0.022],
  [0.05, -0.25, 0.02],
  [0.28, 0.4, 0.06],
];
/** Where a beat begins and ends, in seconds from its R wave: two deviations beside its first and last wave. */
const beatSpan = [-0.26, 0.4] as const;

/**
 * Generated heartbeats: four seconds at 50 samples a second. In a `normal` series the beats follow one another evenly,
 * but for the few per cent that hearts vary. In an `irregular` one (half of them) a single beat is missing, or comes
 * early by 30 to 45 % of an interval; the beats after it keep their time. Rate (60 to 92 a minute), amplitude, wander of
 * the baseline and noise differ from series to series, whatever the class. The region of a series is where the missing
 * beat would have been, or where the early one is.
 * @param seed the same gives the same series, in Node and in browsers.
 */
export function generateHeartbeats(count: number, seed: number): Dataset {
  const random = new RandomStream(seed, 'heartbeats');
  const series = new Float32Array(count * time);
  const labels = new Int32Array(count);
  const regions: Region[][] = [];
  for (let row = 0; row < count; row++) {
    const isNormal = random.next() < 0.5;
    labels[row] = isNormal ? 1 : 0;
    const beats = evenBeats(random);
    const odd = isNormal ? null : disturb(beats, random);
    regions.push(odd ? [odd] : []);
    series.set(strip(beats, random), row * time);
  }
  return { count, time, channels: 1, series, labels, classNames, regions };
}

/** Seconds of the R waves, from before the series to behind it. */
function evenBeats(random: RandomStream): number[] {
  const interval = random.uniform(0.65, 1);
  const beats = [random.uniform(-interval, 0)];
  while ((beats.at(-1) as number) < time / rate + 1) {
    beats.push((beats.at(-1) as number) + interval * (1 + 0.02 * random.normal()));
  }
  return beats;
}

/** Takes a beat away, or brings it forward; one that has a neighbour on either side within the series. */
function disturb(beats: number[], random: RandomStream): Region {
  const seen = [...beats.keys()].filter((beat) => inside(beats[beat - 1]) && inside(beats[beat + 1]));
  const odd = seen[random.integer(seen.length)] as number;
  const at = beats[odd] as number;
  if (random.next() < 0.5) {
    beats.splice(odd, 1);
    return regionAt(at, 'missing beat');
  }
  const early = at - random.uniform(0.3, 0.45) * (at - (beats[odd - 1] as number));
  beats[odd] = early;
  return regionAt(early, 'early beat');
}

function inside(at: number | undefined): boolean {
  return at !== undefined && at >= 0 && at < time / rate;
}

function regionAt(at: number, name: string): Region {
  const [start, end] = beatSpan.map((second) => Math.round((at + second) * rate)) as [number, number];
  return { start: Math.max(0, start), end: Math.min(time, end), name };
}

function strip(beats: readonly number[], random: RandomStream): Float32Array {
  const gain = random.uniform(0.8, 1.2);
  // Breathing moves the baseline.
  const wander = { height: random.uniform(0, 0.15), cycle: random.uniform(0.15, 0.35), from: random.next() };
  const noise = random.uniform(0.01, 0.05);
  return Float32Array.from({ length: time }, (_, step) => {
    const t = step / rate;
    let value = wander.height * Math.sin(2 * Math.PI * (wander.cycle * t + wander.from));
    for (const beat of beats) {
      for (const [at, height, deviation] of waves) {
        value += gain * height * Math.exp(-((t - beat - at) ** 2) / (2 * deviation ** 2));
      }
    }
    return value + noise * random.normal();
  });
}
