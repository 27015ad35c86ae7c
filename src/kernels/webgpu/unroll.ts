/**
 * Unrolls loops and puts arrays into registers, in WGSL text. GPU compilers do both by themselves; software adapters
 * keep every array in memory, and llvmpipe reads one lane by lane. Two comments ask for it; the file is valid WGSL
 * without them, and means the same:
 *
 *     var sums: array<mat4x4f, TILES>; // registers
 *     for (var i = 0u; i < TILES; i++) { // unroll
 *
 * A loop's bound, and every index of a registers array once the loops are unrolled, is made of numbers, the file's
 * `const` declarations, and + - * /.
 */

/** @throws Error naming the loop or the index that is not known at compile time. */
export function unroll(text: string): string {
  const constants = constantsOf(text);
  return foldRegisters(expandLoops(text, constants), constants);
}

type Constants = ReadonlyMap<string, number>;

function constantsOf(text: string): Constants {
  const constants = new Map<string, number>();
  for (const [, name, expression] of text.matchAll(/^const\s+(\w+)\s*:\s*u32\s*=\s*([^;]+);/gm)) {
    const value = evaluate(expression as string, constants);
    if (value !== undefined) constants.set(name as string, value);
  }
  return constants;
}

const unrolledLoop = /for \(var (\w+) = 0u; \1 < ([^;]+); \1\+\+\) \{ \/\/ unroll\n/;

function expandLoops(text: string, constants: Constants): string {
  const loop = unrolledLoop.exec(text);
  if (!loop) return text;
  const [head, variable, bound] = loop as unknown as [string, string, string];
  const count = evaluate(bound, constants);
  if (count === undefined) throw new Error(`The loop '${head.trim()}' has a bound that is not a constant.`);
  const start = loop.index + head.length;
  const end = closingBrace(text, start);
  const body = text.slice(start, end);
  const turns = Array.from(
    { length: count },
    (_, turn) => `{\n${body.replace(new RegExp(`\\b${variable}\\b`, 'g'), `${turn}u`)}}\n`,
  );
  return expandLoops(text.slice(0, loop.index) + turns.join('') + text.slice(end + 1), constants);
}

/** The index of the brace that closes the block whose inside begins at `start`. */
function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index++) {
    if (text[index] === '{') depth++;
    else if (text[index] === '}') depth--;
    if (depth === 0) return index;
  }
  throw new Error('A block has no closing brace.');
}

const registersDeclaration = /var (\w+): array<(\w+), ([^>]+)>; \/\/ registers[^\n]*\n/;

function foldRegisters(text: string, constants: Constants): string {
  const declaration = registersDeclaration.exec(text);
  if (!declaration) return text;
  const [all, name, type, extent] = declaration as unknown as [string, string, string, string];
  const count = evaluate(extent, constants);
  if (count === undefined)
    throw new Error(`The registers array '${name}' has a length that is not a constant.`);
  const variables = Array.from({ length: count }, (_, index) => `var ${name}_${index}: ${type};`).join(' ');
  // Another function may use the name for something else.
  const start = declaration.index + all.length;
  const end = closingBrace(text, start);
  const block = text.slice(start, end).replace(
    // An index contains no brackets itself; after a dot comes the field of a struct.
    new RegExp(`(?<![.\\w])${name}\\[([^\\]]+)\\]`, 'g'),
    (access, expression: string) => {
      const index = evaluate(expression, constants);
      if (index === undefined || index >= count) {
        throw new Error(`The index of '${access}' is not a constant below ${count}.`);
      }
      return `${name}_${index}`;
    },
  );
  const named = `${text.slice(0, declaration.index)}${variables}\n${block}${text.slice(end)}`;
  return foldRegisters(named, constants);
}

/** The value of an expression of unsigned numbers, constants, + - * / and parentheses; undefined for any other. */
function evaluate(expression: string, constants: Constants): number | undefined {
  const tokens = expression.match(/\w+|[-+*/()]/g) ?? [];
  let position = 0;
  const primary = (): number => {
    const token = tokens[position++];
    if (token === '(') {
      const value = sum();
      position++; // the closing parenthesis
      return value;
    }
    if (token === undefined) return Number.NaN;
    return /^\d+u?$/.test(token) ? Number.parseInt(token, 10) : (constants.get(token) ?? Number.NaN);
  };
  const product = (): number => {
    let value = primary();
    while (tokens[position] === '*' || tokens[position] === '/') {
      const operator = tokens[position++];
      const right = primary();
      value = operator === '*' ? value * right : Math.floor(value / right);
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[position] === '+' || tokens[position] === '-') {
      const operator = tokens[position++];
      const right = product();
      value = operator === '+' ? value + right : value - right;
    }
    return value;
  };
  const value = sum();
  return Number.isFinite(value) && position === tokens.length ? value : undefined;
}
