/** A piece of a formula, as in MathML. */
export type MathNode =
  | { kind: 'identifier' | 'number' | 'operator' | 'text'; text: string }
  | { kind: 'row' | 'root'; children: MathNode[] }
  | { kind: 'fraction'; above: MathNode; below: MathNode }
  /** `isLimit`: above and below instead of beside, as with sums. */
  | { kind: 'script'; base: MathNode; sub: MathNode | null; sup: MathNode | null; isLimit: boolean };

/**
 * Reads a formula: adjacent letters and digits are a name or a number, `_` and `^` set the next piece low or high, a
 * `−` right before digits is the number's sign, `{…}` groups, `frac{…}{…}`, `sqrt{…}`, `"…"` is text; everything else
 * is an operator.
 * @throws SyntaxError where a brace or a quote is not closed.
 */
export function parseMath(source: string): MathNode {
  const tokens = source.match(/"[^"]*"|[\p{L}]+′?|−?[0-9][0-9.,]*|\S/gu) ?? [];
  let position = 0;

  function row(end?: string): MathNode {
    const children: MathNode[] = [];
    while (position < tokens.length && tokens[position] !== end) children.push(scripted());
    if (end !== undefined) {
      if (tokens[position] !== end) throw new SyntaxError(`"${source}" lacks a ${end}.`);
      position += 1;
    }
    return children.length === 1 ? (children[0] as MathNode) : { kind: 'row', children };
  }

  function scripted(): MathNode {
    const base = piece();
    let sub: MathNode | null = null;
    let sup: MathNode | null = null;
    while (tokens[position] === '_' || tokens[position] === '^') {
      const isSub = tokens[position] === '_';
      position += 1;
      if (isSub) sub = piece();
      else sup = piece();
    }
    if (!sub && !sup) return base;
    return { kind: 'script', base, sub, sup, isLimit: base.kind === 'operator' && base.text === 'Σ' };
  }

  function piece(): MathNode {
    const token = tokens[position];
    if (token === undefined) throw new SyntaxError(`"${source}" ends too early.`);
    position += 1;
    if (token === '{') return row('}');
    if (token === 'frac') return { kind: 'fraction', above: piece(), below: piece() };
    if (token === 'sqrt') return { kind: 'root', children: [piece()] };
    if (token === '"') throw new SyntaxError(`"${source}" lacks a quote.`);
    if (token.startsWith('"')) return { kind: 'text', text: token.slice(1, -1) };
    if (token === 'Σ') return { kind: 'operator', text: token };
    if (/^\p{L}/u.test(token)) return { kind: 'identifier', text: token };
    if (/^−?[0-9]/.test(token)) return { kind: 'number', text: token };
    return { kind: 'operator', text: token };
  }

  return row();
}
