import { DataError } from '../../errors';
import { shortestLabel } from '../class-names';
import { DatasetBuilder } from '../dataset-builder';
import type { DataFile, Format, Reading, ReadOptions } from '../format';
import { firstLine, forEachLine } from '../lines';
import { labelIgnored } from '../own-labels';
import { Padding } from '../padding';
import { isText } from '../table/text';
import { readHeaderLine, type TsHeader } from './header';
import { readPlainLine, readStampedLine, type SeriesLine } from './line';

const keyword =
  /^@(problemname|timestamps|missing|univariate|dimensions?|equallength|serieslength|classlabel|targetlabel|data)\b/i;

/**
 * sktime's and aeon's `.ts` files: lines with `@`, then a series a line, its channels and its label between colons.
 *
 * The header's class names are only a check. Their order differs between files of one data set, and some files name
 * classes that no series has; so classes are those of the series, in the order that all formats share, and the same
 * data give the same classes from any format. The steps of all channels of a series must be the same moments.
 */
export const ts: Format = {
  name: 'ts',
  recognise: (head) => isText(head) && keyword.test(firstLine(head)),
  async read(file, options, progress) {
    const reader = new TsReader(file, options);
    await forEachLine(file, (text, line) => reader.take(text.trim(), line), progress);
    return reader.finish();
  },
};

class TsReader {
  private readonly header: TsHeader = {};
  private isData = false;
  private hasLabel = false;
  private builder: DatasetBuilder | undefined;
  private firstSteps = 0;
  private missing = 0;
  private readonly padding = new Padding();
  private readonly seen = new Set<string>();
  private readonly guesses: string[] = [];
  private readonly warnings: string[] = [];
  private unevenLine = 0;

  constructor(
    private readonly file: DataFile,
    private readonly options: ReadOptions,
  ) {}

  take(text: string, line: number): void {
    if (text === '' || /^[#%]/.test(text)) return;
    const place = `${this.file.name}, line ${line}`;
    if (this.isData) this.takeSeries(text, place, line);
    else if (/^@data\b/i.test(text)) this.isData = true;
    else if (text.startsWith('@')) {
      const warning = readHeaderLine(this.header, text, place);
      if (warning) this.warnings.push(warning);
    } else
      throw new DataError(`${place}: expected a line that begins with @, or @data before the first series.`);
  }

  finish(): Reading {
    const { builder, header, guesses, warnings } = this;
    const { name } = this.file;
    if (!builder)
      throw new DataError(
        `${name} holds no series: ${this.isData ? 'nothing follows @data' : 'there is no @data'}.`,
      );
    const padded = this.padding.cut(builder);
    if (header.timeStamps && this.unevenLine === 0)
      guesses.push('The time stamps are evenly spaced and were left out.');
    if (this.unevenLine > 0) {
      warnings.push(
        `${name}, line ${this.unevenLine}: the time stamps are not evenly spaced. They were left out, as if they were; resample the series if the gaps matter.`,
      );
    }
    warnings.push(
      ...labelIgnored(name, this.options, 'a .ts file has the label at the end of each of its series'),
    );
    const dataset = builder.build();
    const unused = (header.classNames ?? []).filter((name) => !this.seen.has(shortestLabel(name)));
    if (unused.length > 0 && this.hasLabel) {
      warnings.push(
        `${name}: the header names ${unused.length === 1 ? 'a class' : 'classes'} that no series has: ${unused.join(', ')}.`,
      );
    }
    return {
      dataset,
      found: { format: 'ts', label: null, missing: this.missing - padded, guesses, warnings },
    };
  }

  private takeSeries(text: string, place: string, line: number): void {
    const { header } = this;
    if (!this.builder) this.begin(text, place);
    const series = header.timeStamps
      ? readStampedLine(text, this.hasLabel, place, () => {
          this.unevenLine ||= line;
        })
      : readPlainLine(text, this.hasLabel, place);
    const steps = this.checkSizes(series, place);
    const channels = series.channels.length;
    this.builder ??= new DatasetBuilder({ channels, classNames: this.options.classNames });
    const { builder } = this;
    const label = this.options.label === 'none' ? undefined : series.label;
    if (label !== undefined) this.checkLabel(label, place);
    const values = builder.add(steps, { label }, () => `${place}, label`);
    let isWhole = true;
    series.channels.forEach((own, channel) => {
      own.forEach((value, step) => {
        values[step * channels + channel] = value;
        if (!Number.isNaN(value)) return;
        this.missing += 1;
        isWhole = false;
      });
    });
    if (!isWhole) this.padding.add(builder.count - 1, values, channels);
  }

  /** Before the first series: what the header leaves open. */
  private begin(text: string, place: string): void {
    const { header } = this;
    const isStamped = text.startsWith('(');
    if (isStamped !== (header.timeStamps ?? isStamped)) {
      throw new DataError(
        `${place}: the header says @timeStamps ${header.timeStamps}, but the values ${isStamped ? 'have' : 'have no'} time stamps.`,
      );
    }
    header.timeStamps = isStamped;
    this.hasLabel = header.classLabel ?? /:[^,:()]*$/.test(text);
    if (header.classLabel === undefined) {
      this.guesses.push(
        `${this.file.name} has no @classLabel; its series are taken to have ${this.hasLabel ? 'their label last' : 'no label'}.`,
      );
    }
  }

  /** @returns the number of steps, which all channels must have. */
  private checkSizes({ channels }: SeriesLine, place: string): number {
    const { header, builder } = this;
    const expected = header.dimensions ?? (header.univariate ? 1 : builder?.channels);
    if (channels.length !== (expected ?? channels.length)) {
      const says = header.dimensions || header.univariate ? 'the header says' : 'the first series has';
      throw new DataError(
        `${place}: this series has ${channels.length} channels; ${says} ${expected}. Colons stand between channels and before the label.`,
      );
    }
    const steps = channels[0]?.length ?? 0;
    const other = channels.findIndex((values) => values.length !== steps);
    if (other >= 0) {
      throw new DataError(
        `${place}: channel ${other + 1} has ${channels[other]?.length} values, channel 1 has ${steps}. ` +
          'All channels of a series must have the same number; missing values are written as ?.',
      );
    }
    this.firstSteps ||= steps;
    const due = header.equalLength ? (header.seriesLength ?? this.firstSteps) : steps;
    if (steps !== due) {
      throw new DataError(
        `${place}: this series has ${steps} values a channel; @equalLength true says that all have ${due}.`,
      );
    }
    return steps;
  }

  private checkLabel(text: string, place: string): void {
    const label = shortestLabel(text);
    if (this.seen.has(label)) return;
    const { classNames } = this.header;
    if (classNames && text !== '?' && !classNames.map(shortestLabel).includes(label)) {
      throw new DataError(
        `${place}: the label ${JSON.stringify(text)} is not one of the header's classes, ${classNames.slice(0, 12).join(', ')}.`,
      );
    }
    this.seen.add(label);
  }
}
