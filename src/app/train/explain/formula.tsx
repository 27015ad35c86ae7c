import { type MathNode, parseMath } from './math-notation';

interface FormulaProps {
  /** In the notation of `parseMath`. */
  children: string;
  /** On a line of its own. */
  display?: boolean;
}

/** A formula, typeset by the browser. */
export function Formula({ children, display = false }: FormulaProps) {
  return (
    <math display={display ? 'block' : 'inline'}>
      <Piece node={parseMath(children)} />
    </math>
  );
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

function Piece({ node }: { node: MathNode }) {
  switch (node.kind) {
    case 'identifier':
      return <mi>{node.text}</mi>;
    case 'number':
      return <mn>{node.text}</mn>;
    case 'operator':
      return <mo {...upright}>{node.text === 'Σ' ? '∑' : node.text}</mo>;
    case 'text':
      return <mtext>{node.text}</mtext>;
    case 'root':
      return <msqrt>{pieces(node.children)}</msqrt>;
    case 'row':
      return <mrow>{pieces(node.children)}</mrow>;
    case 'fraction':
      return (
        <mfrac>
          <Piece node={node.above} />
          <Piece node={node.below} />
        </mfrac>
      );
    case 'script':
      return <Script node={node} />;
  }
}

function Script({ node: { base, sub, sup, isLimit } }: { node: Extract<MathNode, { kind: 'script' }> }) {
  const inside = [base, ...(sub ? [sub] : []), ...(sup ? [sup] : [])];
  const children = pieces(inside);
  if (isLimit) {
    if (sub && sup) return <munderover>{children}</munderover>;
    return sub ? <munder>{children}</munder> : <mover>{children}</mover>;
  }
  if (sub && sup) return <msubsup>{children}</msubsup>;
  return sub ? <msub>{children}</msub> : <msup>{children}</msup>;
}

function pieces(nodes: readonly MathNode[]) {
  return nodes.map((node, index) => <Piece key={index} node={node} />);
}
