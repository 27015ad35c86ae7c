/** A value as JSON with an element a line, but lists of plain values on one: a matrix has as many lines as rows. */
export function formatJson(value: unknown): string {
  // Within texts a line's end is \\n, so that these lines are those of the layout.
  const text = JSON.stringify(value, null, 2);
  const lists = text.replace(
    /\[\n\s+([^[\]{}]*?)\n\s+\]/g,
    (_, items: string) => `[${items.replace(/\n\s+/g, ' ')}]`,
  );
  return `${lists}\n`;
}

/** Where a text stops being JSON, and why; line and column are 1-based. */
export interface JsonProblem {
  line: number;
  column: number;
  message: string;
}

const string = String.raw`"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`;
const literal = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)`;
/**
 * Blanks, then a piece of JSON: group 1 is punctuation, group 2 a string; neither matches for a number, true,
 * false or null.
 */
const token = new RegExp(String.raw`[ \t\n\r]*(?:([[\]{},:])|(${string})|${literal})`, 'y');

/** What may come next in a JSON text. */
type Expected =
  | 'a value'
  | 'a value or "]"'
  | 'a key in double quotes'
  | 'a key or "}"'
  | '":"'
  | 'a comma'
  | 'the end';

/**
 * Finds the first place where a text is not JSON (RFC 8259). JSON.parse reports it in a form that differs between
 * engines, often without the position.
 * @returns undefined when the text is JSON.
 */
export function findJsonProblem(text: string): JsonProblem | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'a value';
  token.lastIndex = 0;
  for (;;) {
    const start = token.lastIndex;
    const match = token.exec(text);
    if (!match) {
      const rest = start + text.slice(start).search(/[^ \t\n\r]|$/);
      if (expected === 'the end' && rest === text.length) return undefined;
      return problemAt(text, rest, expected, open);
    }
    const [all, punctuation, quoted] = match;
    const next = follow(punctuation ?? (quoted ? 'string' : 'literal'), expected, open);
    if (!next) return problemAt(text, start + all.length - all.trimStart().length, expected, open);
    expected = next;
  }
}

/**
 * What may follow a piece that came where `expected` was due; undefined when the piece is not allowed there.
 */
function follow(piece: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  const after = (): Expected => (open.length === 0 ? 'the end' : 'a comma');
  const valueDue = expected === 'a value' || expected === 'a value or "]"';
  const keyDue = expected === 'a key in double quotes' || expected === 'a key or "}"';
  if (piece === '{' && valueDue) {
    open.push('{');
    return 'a key or "}"';
  }
  if (piece === '[' && valueDue) {
    open.push('[');
    return 'a value or "]"';
  }
  const closes = piece === '}' ? '{' : piece === ']' ? '[' : undefined;
  if (closes && closes === open.at(-1) && (expected === 'a comma' || expected.includes(`"${piece}"`))) {
    open.pop();
    return after();
  }
  if (piece === ',' && expected === 'a comma')
    return open.at(-1) === '{' ? 'a key in double quotes' : 'a value';
  if (piece === ':' && expected === '":"') return 'a value';
  if (piece === 'string' && keyDue) return '":"';
  if ((piece === 'string' || piece === 'literal') && valueDue) return after();
  return undefined;
}

function problemAt(text: string, offset: number, expected: Expected, open: ('{' | '[')[]): JsonProblem {
  const before = text.slice(0, offset).split('\n');
  const found =
    offset < text.length
      ? JSON.stringify(text.slice(offset).split(/[\s,\]}]/, 1)[0] || text[offset])
      : 'the end';
  const closing = open.at(-1) === '{' ? ' or "}"' : ' or "]"';
  const wanted = expected === 'a comma' ? expected + closing : expected;
  return {
    line: before.length,
    column: (before.at(-1) as string).length + 1,
    message: `expected ${wanted}, found ${found}`,
  };
}
