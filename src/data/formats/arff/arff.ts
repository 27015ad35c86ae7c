import type { SideTable } from '../../dataset';
import { DataError } from '../../errors';
import { DatasetBuilder } from '../dataset-builder';
import type { DataFile, Format, Reading, ReadOptions } from '../format';
import { firstLine, forEachLine } from '../lines';
import { Padding } from '../padding';
import { isText } from '../table/text';
import { readValue } from '../values';
import { type Attribute, Attributes } from './attributes';
import { findRoles, type Roles } from './roles';
import { splitRow, type Token } from './tokens';

/**
 * Weka's `.arff` files: numeric attributes, a step each; or one relational attribute, whose rows are the channels and
 * whose columns are the steps, as the UEA archive has it.
 */
export const arff: Format = {
  name: 'arff',
  hasColumns: true,
  recognise: (head) => isText(head) && /^@(relation|attribute)\b/i.test(firstLine(head)),
  async read(file, options, progress) {
    const reader = new ArffReader(file, options);
    await forEachLine(file, (text, line) => reader.take(text.trim(), line), progress);
    return reader.finish();
  },
};

class ArffReader {
  private readonly attributes = new Attributes();
  private roles: Roles | undefined;
  private builder: DatasetBuilder | undefined;
  private missing = 0;
  private readonly padding = new Padding();
  private readonly about = new Map<number, string[]>();

  constructor(
    private readonly file: DataFile,
    private readonly options: ReadOptions,
  ) {}

  take(text: string, line: number): void {
    if (text === '' || text.startsWith('%')) return;
    const place = `${this.file.name}, line ${line}`;
    if (this.roles) this.takeRow(text, this.roles, place);
    else if (/^@attribute\b/i.test(text)) this.attributes.take(text, place);
    else if (/^@end\b/i.test(text)) this.attributes.end(place);
    else if (/^@data\b/i.test(text)) {
      this.attributes.check(place);
      this.roles = findRoles(this.file.name, this.attributes.list, this.options);
    } else if (!/^@relation\b/i.test(text)) {
      throw new DataError(
        `${place}: ${JSON.stringify(text.slice(0, 40))}; expected @attribute, @end or @data.`,
      );
    }
  }

  finish(): Reading {
    const { builder, roles } = this;
    const { list } = this.attributes;
    if (!builder || !roles) {
      throw new DataError(
        `${this.file.name} holds no series: ${roles ? 'nothing follows @data' : 'there is no @data'}.`,
      );
    }
    const padded = this.padding.cut(builder);
    const guesses = [...roles.guesses];
    if (list[roles.values[0] as number]?.type === 'relational' && !this.options.axes) {
      guesses.push(
        'The rows of the relational attribute are taken for the channels (--axes ntc: for the steps).',
      );
    }
    return {
      dataset: builder.build(this.sideTable(list)),
      found: {
        format: 'arff',
        label: list[roles.label]?.name ?? null,
        missing: this.missing - padded,
        guesses,
        warnings: [],
      },
    };
  }

  private takeRow(text: string, roles: Roles, place: string): void {
    if (text.startsWith('{')) {
      throw new DataError(
        `${place}: sparse rows, {index value, …}, are not read. In Weka, the filter SparseToNonSparse writes whole ones.`,
      );
    }
    const { list } = this.attributes;
    const row = splitRow(text, place);
    if (row.length !== list.length) {
      throw new DataError(
        `${place}: this row has ${row.length} values; the header has ${list.length} attributes.`,
      );
    }
    const textAt = (index: number): string | undefined => (row[index] as Token | undefined)?.text;
    const label = textAt(roles.label);
    if (label !== undefined)
      checkNominal(list[roles.label] as Attribute, label, `${place}, column ${roles.label + 1}`);
    const channels = this.readChannels(row, roles, place);
    this.builder ??= new DatasetBuilder({ channels: channels.length, classNames: this.options.classNames });
    const { builder } = this;
    if (channels.length !== builder.channels) {
      throw new DataError(
        `${place}: this series has ${channels.length} channels; the first has ${builder.channels}.`,
      );
    }
    const steps = channels[0]?.length ?? 0;
    const facts = { label, id: textAt(roles.id), group: textAt(roles.group) };
    const values = builder.add(steps, facts, () => `${place}, column ${roles.label + 1}`);
    const before = this.missing;
    channels.forEach((own, channel) => {
      own.forEach((value, step) => {
        values[step * channels.length + channel] = value;
        if (Number.isNaN(value)) this.missing += 1;
      });
    });
    if (this.missing > before) this.padding.add(builder.count - 1, values, channels.length);
    for (const index of roles.about) {
      const column = this.about.get(index) ?? [];
      column.push(textAt(index) as string);
      this.about.set(index, column);
    }
  }

  private readChannels(row: readonly Token[], { values }: Roles, place: string): number[][] {
    const { list } = this.attributes;
    const [first = 0] = values;
    const attribute = list[first] as Attribute;
    if (attribute.type !== 'relational') {
      return [
        values.map((index) => readValue(row[index]?.text ?? '', () => `${place}, column ${index + 1}`)),
      ];
    }
    const lines = (row[first]?.text ?? '').split('\n').filter((line) => line.trim() !== '');
    const rows = lines.map((line, i) => {
      const cells = line.split(',');
      if (cells.length !== attribute.width) {
        throw new DataError(
          `${place}, row ${i + 1} of the series: ${cells.length} values; the attribute ${attribute.name} has ${attribute.width}.`,
        );
      }
      return cells.map((cell, step) =>
        readValue(cell.trim(), () => `${place}, row ${i + 1} of the series, value ${step + 1}`),
      );
    });
    if (rows.length === 0) throw new DataError(`${place}: the series has no rows.`);
    if (this.options.axes !== 'ntc') return rows;
    return Array.from({ length: attribute.width ?? 0 }, (_, channel) =>
      rows.map((step) => step[channel] as number),
    );
  }

  private sideTable(list: readonly Attribute[]): SideTable {
    const columns = [...this.about].map(
      ([index, texts]) => [(list[index] as Attribute).name, texts] as const,
    );
    return Object.fromEntries(columns);
  }
}

function checkNominal({ name, type, values }: Attribute, label: string, place: string): void {
  if (type !== 'nominal' || values?.has(label) || label === '?') return;
  throw new DataError(
    `${place}: ${JSON.stringify(label)} is not one of the values of ${name}, ${[...(values ?? [])].slice(0, 12).join(', ')}.`,
  );
}
