import type { Dataset, SideTable } from '../dataset';
import { DataError } from '../errors';
import { TextPacker } from '../packed-texts';
import { findClasses, indexAmong, isMissingLabel } from './class-names';
import { GrowingInt32 } from './growing';

/** In values: 4 MiB. */
const blockSize = 1 << 20;

/** What a file says of a series besides its values. */
export interface SeriesFacts {
  /** As it stands in the file; absent: the series has none. */
  label?: string;
  id?: string;
  group?: string;
}

export interface BuilderOptions {
  channels: number;
  channelNames?: readonly string[];
  /** The classes that labels may be; absent: those that come. */
  classNames?: readonly string[];
}

/**
 * Takes series one by one, of any length, and makes a data set of them. The values are in blocks that are never copied
 * while it grows, so that it takes little more than the data set itself until `build` joins them, which ends it.
 */
export class DatasetBuilder {
  private readonly blocks: Float32Array[] = [];
  /** Values of the last block that are taken. */
  private used = 0;
  /** Values that were taken for each series, and how many of them are kept. */
  private readonly sizes = new GrowingInt32();
  private readonly kept = new GrowingInt32();
  private readonly labels = new GrowingInt32();
  private readonly ids = new TextPacker();
  private readonly groups = new TextPacker();
  /** The label of each id. */
  private readonly labelOf = new Map<string, string>();
  /** Index of each label's text; −1: the series has none. */
  private readonly texts = new Map<string, number>();
  /** Index of the class of each of the texts, where the classes are given. */
  private readonly given: number[] = [];

  constructor(private readonly options: BuilderOptions) {}

  get count(): number {
    return this.sizes.size;
  }

  get channels(): number {
    return this.options.channels;
  }

  /** Whether all series are of the same length so far. */
  get hasOneLength(): boolean {
    const sizes = this.kept.view();
    return sizes.every((size) => size === sizes[0]);
  }

  /**
   * Begins the next series.
   * @param place of its label, for errors: `a.csv, line 3, column 1`.
   * @returns where its values go, [steps, channels], filled with 0; NaN is a missing value.
   * @throws DataError when its label is missing or not one of the given classes, or its id had another one before.
   */
  add(steps: number, { label, id, group }: SeriesFacts, place: () => string): Float32Array {
    const size = steps * this.options.channels;
    this.labels.push(label === undefined ? -1 : this.indexOf(label, place));
    this.sizes.push(size);
    this.kept.push(size);
    if (id !== undefined) this.addId(id, label, place);
    if (group !== undefined) this.groups.push(group);
    return this.take(size);
  }

  /** Cuts a series that has been added, such as the padding off its end. */
  shorten(index: number, steps: number): void {
    this.kept.set(index, steps * this.options.channels);
  }

  /** The data set, with `lengths` where they differ. @param about columns with more about each series. */
  build(about?: SideTable): Dataset {
    const { channels, channelNames } = this.options;
    const { count, ids, groups } = this;
    const lengths = this.kept.view().map((size) => size / channels);
    const time = lengths.reduce((most, length) => Math.max(most, length), 0);
    const { classNames, indices } = this.classes();
    return {
      count,
      time,
      channels,
      series: this.join(time * channels),
      labels: this.labels.view().map((text) => (text === -1 ? -1 : (indices[text] as number))),
      classNames,
      ...(lengths.some((length) => length !== time) && { lengths }),
      ...(channelNames && { channelNames: [...channelNames] }),
      ...(count > 0 && ids.size === count && { ids: ids.packed() }),
      ...(count > 0 && groups.size === count && { groups: groups.packed() }),
      ...(about && Object.keys(about).length > 0 && { about }),
    };
  }

  /** All series in rows of one length. Ends the builder: each block is given up as soon as it is copied. */
  private join(rowSize: number): Float32Array {
    const joined = new Float32Array(this.count * rowSize);
    const sizes = this.sizes.view();
    const kept = this.kept.view();
    let block = this.blocks.shift() ?? new Float32Array(0);
    let start = 0;
    for (let row = 0; row < sizes.length; row++) {
      const size = sizes[row] as number;
      if (start + size > block.length) {
        block = this.blocks.shift() as Float32Array;
        start = 0;
      }
      joined.set(block.subarray(start, start + (kept[row] as number)), row * rowSize);
      start += size;
    }
    return joined;
  }

  private classes() {
    const { classNames } = this.options;
    if (classNames) return { classNames: [...classNames], indices: this.given };
    return findClasses([...this.texts.keys()]);
  }

  private indexOf(label: string, place: () => string): number {
    const known = this.texts.get(label);
    if (known !== undefined) return known;
    if (isMissingLabel(label)) throw new DataError(`${place()}: the label is missing ("${label}").`);
    const { classNames } = this.options;
    if (classNames) {
      const index = indexAmong(classNames, label);
      if (index === undefined) throw unknownClass(label, classNames, place());
      this.given.push(index);
    }
    const index = this.texts.size;
    this.texts.set(label, index);
    return index;
  }

  private addId(id: string, label: string | undefined, place: () => string): void {
    this.ids.push(id);
    if (label === undefined) return;
    const before = this.labelOf.get(id);
    this.labelOf.set(id, label);
    if (before === undefined || before === label) return;
    throw new DataError(
      `${place()}: the id ${JSON.stringify(id)} has the label ${JSON.stringify(label)}, but ${JSON.stringify(before)} before. An id names ` +
        'one series; what several have in common, such as a person, is their --group.',
    );
  }

  private take(size: number): Float32Array {
    let block = this.blocks.at(-1);
    if (!block || this.used + size > block.length) {
      block = new Float32Array(Math.max(size, blockSize));
      this.blocks.push(block);
      this.used = 0;
    }
    this.used += size;
    return block.subarray(this.used - size, this.used);
  }
}

const mostNames = 12;

function unknownClass(label: string, classNames: readonly string[], place: string): DataError {
  const names = classNames.slice(0, mostNames).map((name) => JSON.stringify(name));
  const more = classNames.length > mostNames ? `, and ${classNames.length - mostNames} more` : '';
  return new DataError(
    `${place}: the label ${JSON.stringify(label)} is not one of the classes ${names.join(', ')}${more}.`,
  );
}
