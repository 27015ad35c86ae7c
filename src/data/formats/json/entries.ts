import type { Dataset, Region, SideTable } from '../../dataset';
import { DataError, UnreadableFileError } from '../../errors';
import { DatasetBuilder } from '../dataset-builder';
import type { Reading, ReadOptions } from '../format';
import { labelIgnored } from '../own-labels';
import { Padding } from '../padding';
import { isObject, readChannels, show } from './values';

type Scalar = string | number | boolean;

/** Takes series one by one, each an object such as `{ "label": "a", "values": [1, 2, 3] }`. */
export class JsonEntries {
  private builder: DatasetBuilder | undefined;
  private names: string[] | undefined;
  private labelled = false;
  private axesMatter = false;
  private missing = 0;
  private readonly padding = new Padding();
  private readonly regions: Region[][] = [];
  private hasRegions = false;
  private readonly about = new Map<string, (Scalar | undefined)[]>();
  private readonly unread = new Set<string>();
  private readonly fields: { label: string; id: string; group: string };

  constructor(
    private readonly fileName: string,
    private readonly options: ReadOptions,
    private readonly format = 'json',
  ) {
    const { label = 'label', id = 'id', group = 'group' } = options;
    this.fields = { label: ['first', 'last'].includes(label) ? 'label' : label, id, group };
  }

  add(entry: unknown, place: string): void {
    if (!isObject(entry)) {
      throw new DataError(
        `${place} is ${show(entry)}; expected a series, such as {"label": "a", "values": [1, 2, 3]}.`,
      );
    }
    const own = (key: string): unknown => (Object.hasOwn(entry, key) ? entry[key] : undefined);
    const { channels, names } = readChannels(own('values'), this.options.axes, `${place}.values`);
    const builder = this.builderFor(channels.length, names, place);
    const ordered = names && this.names ? this.names.map((name) => channels[names.indexOf(name)]) : channels;
    this.axesMatter ||= !names && Array.isArray((own('values') as unknown[])[0]);
    const facts = {
      label: this.readLabel(own(this.fields.label), `${place}.${this.fields.label}`),
      id: readText(own(this.fields.id), `${place}.${this.fields.id}`),
      group: readText(own(this.fields.group), `${place}.${this.fields.group}`),
    };
    const steps = channels[0]?.length ?? 0;
    const values = builder.add(steps, facts, () => `${place}.${this.fields.label}`);
    const before = this.missing;
    for (let step = 0, i = 0; step < steps; step++) {
      for (const channel of ordered) {
        const value = channel?.[step] as number;
        if (Number.isNaN(value)) this.missing += 1;
        values[i++] = value;
      }
    }
    if (this.missing > before) this.padding.add(builder.count - 1, values, channels.length);
    this.regions.push(readRegions(own('regions'), steps, `${place}.regions`));
    this.hasRegions ||= Object.hasOwn(entry, 'regions');
    this.addAbout(entry, builder.count - 1);
  }

  /** The regions up to the end of their series, which is earlier where padding has been cut off. */
  private regionsWithin({ lengths }: Dataset): Region[][] {
    if (!lengths) return this.regions;
    return this.regions.map((marked, row) => {
      const length = lengths[row] as number;
      return marked
        .filter(({ start }) => start < length)
        .map((region) => ({ ...region, end: Math.min(region.end, length) }));
    });
  }

  finish(): Reading {
    const { builder, options } = this;
    if (!builder) throw new UnreadableFileError(`${this.fileName} holds no series.`);
    const padded = this.padding.cut(builder);
    const dataset = builder.build(this.sideTable(builder.count));
    const guesses: string[] = [];
    if (this.axesMatter && !options.axes) {
      guesses.push(
        `Values within values are taken for steps of ${dataset.channels} channels each (--axes nct: for channels).`,
      );
    }
    if (!this.labelled && options.label !== 'none')
      guesses.push(
        `No series has a ${JSON.stringify(this.fields.label)}: they are taken for unlabelled ones.`,
      );
    const isPlace = options.label === 'first' || options.label === 'last';
    const place = isPlace
      ? labelIgnored(
          this.fileName,
          options,
          `the fields of a series have no order; the label is the field ${JSON.stringify(this.fields.label)} or that of --label NAME`,
        )
      : [];
    const warnings =
      this.unread.size > 0
        ? [
            `${this.fileName}: ${[...this.unread].slice(0, 8).join(', ')} held no text or number and was left out.`,
          ]
        : [];
    return {
      dataset: this.hasRegions ? { ...dataset, regions: this.regionsWithin(dataset) } : dataset,
      found: {
        format: this.format,
        label: this.labelled ? this.fields.label : null,
        missing: this.missing - padded,
        guesses,
        warnings: [...warnings, ...place],
      },
    };
  }

  private builderFor(channels: number, names: string[] | undefined, place: string): DatasetBuilder {
    if (!this.builder) {
      this.names = names;
      this.builder = new DatasetBuilder({
        channels,
        channelNames: names,
        classNames: this.options.classNames,
      });
      return this.builder;
    }
    const isSame = names
      ? this.names !== undefined && names.every((name) => this.names?.includes(name))
      : !this.names;
    if (channels !== this.builder.channels || !isSame) {
      const describe = (list: string[] | undefined, count: number): string =>
        list ? `the channels ${list.join(', ')}` : `${count} ${count === 1 ? 'channel' : 'channels'}`;
      throw new DataError(
        `${place}.values has ${describe(names, channels)}; the first series has ${describe(this.names, this.builder.channels)}.`,
      );
    }
    return this.builder;
  }

  private readLabel(value: unknown, place: string): string | undefined {
    if (this.options.label === 'none') return undefined;
    const label = readText(value, place);
    const isFirst = this.builder?.count === 0;
    if (isFirst) this.labelled = label !== undefined;
    else if (this.labelled !== (label !== undefined)) {
      throw new DataError(
        `${place} is ${show(value)}, but the series before it ${this.labelled ? 'have a label' : 'have none'}: all need one, or none.`,
      );
    }
    return label;
  }

  private addAbout(entry: Record<string, unknown>, index: number): void {
    const { label, id, group } = this.fields;
    for (const [key, value] of Object.entries(entry)) {
      if ([label, id, group, 'values', 'regions'].includes(key) || value === null) continue;
      if (typeof value === 'object') {
        this.unread.add(key);
        continue;
      }
      const column = this.about.get(key) ?? [];
      column[index] = value as Scalar;
      this.about.set(key, column);
    }
  }

  private sideTable(count: number): SideTable {
    const columns = [...this.about].map(([key, sparse]) => {
      const values = Array.from({ length: count }, (_, index) => sparse[index]);
      const isNumeric = values.every((value) => typeof value === 'number');
      return [key, isNumeric ? values : values.map((value) => String(value ?? ''))] as const;
    });
    return Object.fromEntries(columns) as SideTable;
  }
}

function readText(value: unknown, place: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object')
    throw new DataError(`${place} is ${show(value)}; expected a text or a number.`);
  return String(value).trim();
}

/** `[{ "start": 3, "end": 5, "name": "bump" }]` */
function readRegions(value: unknown, steps: number, place: string): Region[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new DataError(`${place} is ${show(value)}; expected an array of regions.`);
  return value.map((region, i) => {
    const { start, end, name = '' } = isObject(region) ? region : {};
    const isRange = Number.isInteger(start) && Number.isInteger(end) && typeof name === 'string';
    if (
      !isRange ||
      !(0 <= (start as number) && (start as number) < (end as number) && (end as number) <= steps)
    ) {
      throw new DataError(
        `${place}[${i}] is ${JSON.stringify(region)?.slice(0, 80)}; expected {"start": 0, "end": ${steps}, "name": "…"} ` +
          `with whole numbers, 0 ≤ start < end ≤ ${steps}.`,
      );
    }
    return { start: start as number, end: end as number, name: name as string };
  });
}
