import { RandomStream } from '../random';
import type { Dataset } from './dataset';

/** Samples a second. */
const rate = 2000;
/** A tenth of a second: two and a half to three and a half turns of the shaft. */
const time = rate / 10;
const classNames = ['normal', 'worn'];

/**
 * Generated vibration of a machine's bearing: a tenth of a second at 2,000 samples a second. The shaft's turns (25 to 35 a
 * second, and their double) and noise are in every series. In a `worn` one (half of them) the balls roll over a pit of
 * the outer or inner ring, 3 to 5.5 times a turn, and each impact makes the housing ring at its resonance and die away.
 * In a `normal` one the same resonance is excited by noise. What rings is as strong in either class on average, so that
 * the strength of the vibration does not give the class away. The impacts are all over the series: there are no regions.
 *
 * The model is that of McFadden and Smith, "Model for the vibration produced by a single point defect in a rolling element
 * bearing", Journal of Sound and Vibration 96(1), 1984: a train of impulses, with the load on the pit (inner ring: it goes
 * round with the shaft) as their strength, through the decaying response of a resonance. That the balls slip a little,
 * here by 1.5 % of the time between impacts, is added.
 * @param seed the same gives the same series, in Node and in browsers.
 */
export function generateVibration(count: number, seed: number): Dataset {
  const random = new RandomStream(seed, 'vibration');
  const series = new Float32Array(count * time);
  const labels = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const isWorn = random.next() < 0.5;
    labels[row] = isWorn ? 1 : 0;
    series.set(recording(isWorn, random), row * time);
  }
  return { count, time, channels: 1, series, labels, classNames };
}

function recording(isWorn: boolean, random: RandomStream): Float32Array {
  const turn = random.uniform(25, 35);
  const blows = isWorn ? impacts(turn, random) : noise(random);
  const ringing = centred(ring(blows, random.uniform(500, 650), random.uniform(300, 500)));
  const strength = 2 ** random.uniform(-1.2, 0.8) / deviationOf(ringing);
  const shaft = [random.uniform(0.3, 1), random.uniform(0, 0.5)];
  const from = [random.next(), random.next()];
  const hiss = random.uniform(0.1, 0.3);
  return Float32Array.from(ringing, (value, step) => {
    const turns = (turn * step) / rate;
    const ofShaft = shaft.reduce(
      (sum, height, i) => sum + height * Math.sin(2 * Math.PI * ((i + 1) * turns + (from[i] as number))),
      0,
    );
    return strength * value + ofShaft + hiss * random.normal();
  });
}

/** [time]: an impulse where a ball meets the pit. */
function impacts(turn: number, random: RandomStream): Float64Array {
  const blows = new Float64Array(time);
  const interval = rate / (turn * random.uniform(3, 5.5));
  // The load of a pit in the inner ring changes with each turn; that of one in the outer ring does not.
  const sway = random.next() < 0.5 ? random.uniform(0.3, 0.8) : 0;
  const from = random.next();
  for (let at = random.next() * interval; at < time; at += interval * (1 + 0.015 * random.normal())) {
    blows[Math.floor(at)] = 1 + sway * Math.cos(2 * Math.PI * ((turn * at) / rate + from));
  }
  return blows;
}

function noise(random: RandomStream): Float64Array {
  return Float64Array.from({ length: time }, () => random.normal());
}

/**
 * The response of a resonance, e^(−decay·t)·sin(2π·pitch·t) to each impulse, by the recursion with two poles that has it:
 * y[n] = 2r·cos(ω)·y[n − 1] − r²·y[n − 2] + x[n − 1], r = e^(−decay/rate), ω = 2π·pitch/rate.
 * @param pitch in hertz. @param decay a second.
 */
function ring(blows: Float64Array, pitch: number, decay: number): Float64Array {
  const radius = Math.exp(-decay / rate);
  const first = 2 * radius * Math.cos((2 * Math.PI * pitch) / rate);
  const second = -(radius ** 2);
  const response = new Float64Array(time);
  for (let step = 1; step < time; step++) {
    response[step] =
      first * (response[step - 1] as number) +
      second * (response[step - 2] ?? 0) +
      (blows[step - 1] as number);
  }
  return response;
}

/** Without its mean, which a sensor of acceleration does not pass on. */
function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function deviationOf(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
}
