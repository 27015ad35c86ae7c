/**
 * The whole state of a {@link RandomStream}: four unsigned 32-bit words. JSON and structured clone keep it
 * exactly.
 */
export type RandomState = [number, number, number, number];

const WORDS = 2 ** 32;

/**
 * A reproducible stream of random numbers: xoshiro128** 1.1 by Blackman and Vigna (https://prng.di.unimi.it,
 * public domain; 128 bits of state, period 2^128 − 1). It uses 32-bit integer operations only, so a seed
 * gives the same numbers in every JavaScript engine.
 *
 * The state is filled by splitmix32 from the seed and the name of the stream: streams of different names are
 * independent, so that, for example, drawing one series more does not change the initial weights.
 */
export class RandomStream {
  private readonly words: Uint32Array;

  /**
   * @param seed a whole number from 0 to 2^53 − 1.
   * @param stream which of the independent streams of this seed, for example 'data', 'weights' or 'shuffle'.
   * @throws RangeError when the seed is not such a number.
   */
  constructor(seed: number, stream = '') {
    if (!Number.isSafeInteger(seed) || seed < 0) {
      throw new RangeError(
        `The seed is ${seed}; it must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`,
      );
    }
    let state = mix(hash(stream) ^ (seed >>> 0));
    state = mix(state ^ Math.floor(seed / WORDS));
    const word = (): number => {
      state = (state + 0x9e3779b9) | 0;
      return mix(state);
    };
    this.words = Uint32Array.of(word(), word(), word(), word());
  }

  /**
   * Continues a stream where {@link state} was taken.
   * @throws RangeError when `state` is not a valid state.
   */
  static from(state: RandomState): RandomStream {
    const valid =
      state.length === 4 && state.every((word) => Number.isInteger(word) && word >= 0 && word < WORDS);
    if (!valid || state.every((word) => word === 0)) {
      throw new RangeError(
        `The random state is [${state}]; it must be four unsigned 32-bit words that are not all zero.`,
      );
    }
    const stream = new RandomStream(0);
    stream.words.set(state);
    return stream;
  }

  /** A copy of the state, for {@link from}. */
  state(): RandomState {
    return [...this.words] as RandomState;
  }

  /** The next 32 random bits as an unsigned integer. */
  bits(): number {
    const { words } = this;
    const b = words[1] as number;
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const c = (words[2] as number) ^ (words[0] as number);
    const d = (words[3] as number) ^ b;
    words[1] = b ^ c;
    words[0] = (words[0] as number) ^ d;
    words[2] = c ^ (b << 9);
    words[3] = rotateLeft(d, 11);
    return result;
  }

  /** Uniform in [0, 1): a multiple of 2^-32. */
  next(): number {
    return this.bits() / WORDS;
  }

  /** Uniform in [from, to). */
  uniform(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  /** Uniform among the whole numbers 0 … n − 1, without bias. @throws RangeError unless 1 ≤ n ≤ 2^32. */
  integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > WORDS) {
      throw new RangeError(`Cannot draw one of ${n} numbers; there must be from 1 to 2^32 of them.`);
    }
    const limit = WORDS - (WORDS % n);
    let bits = this.bits();
    while (bits >= limit) bits = this.bits();
    return bits % n;
  }

  /** Standard normal (mean 0, variance 1), by Marsaglia's polar method. */
  normal(): number {
    for (;;) {
      const x = 2 * this.next() - 1;
      const y = 2 * this.next() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
    }
  }

  /** Shuffles an array in place (Fisher–Yates) and returns it. */
  shuffle<A extends Int32Array | Uint32Array | Float32Array | unknown[]>(array: A): A {
    const items = array as unknown[];
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [items[i], items[j]] = [items[j], items[i]];
    }
    return array;
  }
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** The output function of splitmix32, with constants found by https://github.com/skeeto/hash-prospector. */
function mix(word: number): number {
  let z = word;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** FNV-1a over the UTF-16 code units of a name. */
function hash(name: string): number {
  let word = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) word = Math.imul(word ^ name.charCodeAt(i), 0x01000193);
  return word >>> 0;
}
