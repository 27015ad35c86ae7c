import type { ComponentChildren } from 'preact';

/** A formula in the notation of `readMath`, typeset by the browser. */
export function Formula({ children, display = false }: { children: string; display?: boolean }) {
  return <math display={display ? 'block' : 'inline'}>{readMath(children)}</math>;
}

/** Formulas below each other. */
export function Formulas({ lines }: { lines: readonly string[] }) {
  return (
    <div class="formulas">
      {lines.map((line) => (
        <Formula key={line} display>
          {line}
        </Formula>
      ))}
    </div>
  );
}

/** As text, for Preact leaves out an attribute that is false. */
const upright: object = { stretchy: 'false' };

/**
 * MathML of a formula: adjacent letters or digits are a name or a number, `_` and `^` set the next piece low or high (at a
 * sum: below), a `−` right before digits is the number's sign, `{…}` groups, `frac{…}{…}`, `sqrt{…}`, `"…"` is text;
 * everything else is an operator.
 */
function readMath(source: string): ComponentChildren {
  const tokens = source.match(/"[^"]*"|\p{L}+|−?[0-9][0-9.,]*|\S/gu) ?? [];

  function row(end?: string): ComponentChildren {
    const pieces: ComponentChildren[] = [];
    while (tokens.length > 0 && tokens[0] !== end) pieces.push(scripted());
    tokens.shift();
    return <mrow>{pieces}</mrow>;
  }

  function scripted(): ComponentChildren {
    const isSum = tokens[0] === 'Σ';
    const base = piece();
    const low = script('_');
    const high = script('^');
    if (low && high) return <msubsup>{[base, low, high]}</msubsup>;
    if (high) return <msup>{[base, high]}</msup>;
    if (!low) return base;
    return isSum ? <munder>{[base, low]}</munder> : <msub>{[base, low]}</msub>;
  }

  function script(sign: string): ComponentChildren {
    if (tokens[0] !== sign) return null;
    tokens.shift();
    return piece();
  }

  function piece(): ComponentChildren {
    const token = tokens.shift() ?? '';
    if (token === '{') return row('}');
    if (token === 'frac') return <mfrac>{[piece(), piece()]}</mfrac>;
    if (token === 'sqrt') return <msqrt>{piece()}</msqrt>;
    if (token.startsWith('"')) return <mtext>{token.slice(1, -1)}</mtext>;
    if (token === 'Σ') return <mo {...upright}>∑</mo>;
    if (/^\p{L}/u.test(token)) return <mi>{token}</mi>;
    if (/^−?[0-9]/.test(token)) return <mn>{token}</mn>;
    return <mo {...upright}>{token}</mo>;
  }

  return row();
}
