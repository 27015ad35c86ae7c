import { DataError } from '../../errors';

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** A cell, and whether it was quoted: `'?'` is a question mark, `?` a missing value. */
export interface Token {
  text: string;
  isQuoted: boolean;
}

/** Cuts a text at commas that are in no quotes, `'…'` or `"…"`, within which a backslash takes the next sign as it is. */
export function splitRow(text: string, place: string): Token[] {
  if (!/['"\\]/.test(text)) {
    return text
      .split(text.includes(',') ? ',' : /\s+/)
      .map((cell) => ({ text: cell.trim(), isQuoted: false }));
  }
  const tokens: Token[] = [];
  let at = 0;
  do {
    while (text[at] === ' ' || text[at] === '\t') at += 1;
    const token = readToken(text, at, ',', `${place}, column ${tokens.length + 1}`);
    tokens.push(token);
    at = token.end;
    while (text[at] === ' ' || text[at] === '\t') at += 1;
    if (at < text.length && text[at] !== ',') {
      throw new DataError(
        `${place}, column ${tokens.length}: ${JSON.stringify(text.slice(at, at + 20))} follows a closing quote; expected a comma.`,
      );
    }
  } while (at++ < text.length);
  return tokens;
}

/** Reads one token from a place on, up to its closing quote or to one of the signs that end it. */
export function readToken(text: string, start: number, ends: string, place: string): Token & { end: number } {
  const quote = text[start];
  if (quote !== "'" && quote !== '"') {
    let end = start;
    while (end < text.length && !ends.includes(text[end] as string)) end += 1;
    return { text: text.slice(start, end).trim(), isQuoted: false, end };
  }
  const parts: string[] = [];
  let from = start + 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) {
      parts.push(text.slice(from, at));
      return { text: parts.join(''), isQuoted: true, end: at + 1 };
    }
    if (text[at] !== '\\') continue;
    const next = text[at + 1] ?? '';
    parts.push(text.slice(from, at), escapes[next] ?? next);
    at += 1;
    from = at + 1;
  }
  throw new DataError(`${place}: a quote, ${quote}, is never closed.`);
}
