import { DataError } from '../../errors';
import { readToken } from './tokens';

export type AttributeType = 'numeric' | 'nominal' | 'text' | 'relational';

export interface Attribute {
  name: string;
  type: AttributeType;
  /** What a nominal attribute may be. */
  values?: Set<string>;
  /** Number of attributes of a relational one. */
  width?: number;
}

const types: Record<string, AttributeType> = {
  numeric: 'numeric',
  real: 'numeric',
  integer: 'numeric',
  string: 'text',
  date: 'text',
  relational: 'relational',
};

/** Takes the `@attribute` lines of a header, one by one; those within a relational attribute are only counted. */
export class Attributes {
  readonly list: Attribute[] = [];
  private open: Attribute | undefined;

  take(text: string, place: string): void {
    const rest = text.replace(/^@attribute\s*/i, '');
    const name = readToken(rest, 0, ' \t{', place);
    const attribute = { name: name.text, ...readType(rest.slice(name.end).trim(), place) };
    if (this.open) {
      if (attribute.type !== 'numeric') {
        throw new DataError(
          `${place}: the attributes of the relational attribute ${this.open.name} must be numeric.`,
        );
      }
      this.open.width = (this.open.width ?? 0) + 1;
      return;
    }
    this.list.push(attribute);
    if (attribute.type === 'relational') this.open = attribute;
  }

  /** `@end NAME` */
  end(place: string): void {
    if (!this.open) throw new DataError(`${place}: @end, but no relational attribute is open.`);
    this.open = undefined;
  }

  /** @throws DataError when a relational attribute has no end. */
  check(place: string): void {
    if (this.open) throw new DataError(`${place}: the relational attribute ${this.open.name} has no @end.`);
    if (this.list.length === 0) throw new DataError(`${place}: there is no @attribute.`);
  }
}

function readType(text: string, place: string): Pick<Attribute, 'type' | 'values'> {
  if (text.startsWith('{')) return { type: 'nominal', values: new Set(readNames(text, place)) };
  const word = text.split(/\s/, 1)[0]?.toLowerCase() ?? '';
  const type = Object.hasOwn(types, word) ? types[word] : undefined;
  if (type) return { type };
  throw new DataError(
    `${place}: the type ${JSON.stringify(text.slice(0, 40))} is not known; expected numeric, string, date, relational or {names}.`,
  );
}

function readNames(text: string, place: string): string[] {
  const names: string[] = [];
  let at = 1;
  for (;;) {
    while (/[\s,]/.test(text[at] ?? '')) at += 1;
    if (text[at] === '}') return names;
    if (at >= text.length) throw new DataError(`${place}: the list of names has no closing brace.`);
    const name = readToken(text, at, ',}', place);
    names.push(name.text);
    at = name.end;
  }
}
