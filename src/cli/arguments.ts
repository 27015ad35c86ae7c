import { parseArgs } from 'node:util';
import type { ArgsDef } from 'citty';
import { suggest } from '../data/suggest';
import { CommandError } from './errors';

/** Ends the hint of a flag that takes several values: `--data a.csv b.csv` or `--data a.csv --data b.csv`. */
export const several = '...';

/**
 * Refuses what citty would let pass in silence: unknown and repeated flags, flags without their value, values outside a
 * choice, words that are no flag's value in commands that take none, and what is required but missing.
 * @param command its name, for the messages.
 * @throws CommandError for the first of them.
 */
export function checkArguments(command: string, rawArguments: readonly string[], definitions: ArgsDef): void {
  const seen = new Set<string>();
  const words = Object.keys(definitions).find((name) => definitions[name]?.type === 'positional');
  let open = false;
  for (const token of tokensOf(rawArguments, definitions)) {
    if (token.kind === 'positional') {
      if (open) continue;
      if (words !== undefined) {
        seen.add(words);
        continue;
      }
      throw new CommandError(`Unexpected argument "${token.value}". ${seeHelp(command)}`);
    }
    open = false;
    if (token.kind === 'option-terminator') continue;
    const name = flagName(token.name, definitions);
    const definition = name === undefined ? undefined : definitions[name];
    if (name === undefined || !definition)
      throw unknownFlag(command, token.rawName, Object.keys(definitions));
    open = takesSeveral(definition);
    if (seen.has(name) && !open) throw new CommandError(`${token.rawName} is given twice.`);
    seen.add(name);
    checkValue(token.name, token.value, token.inlineValue ?? false, definition);
  }
  if (words !== undefined && !seen.has(words)) {
    throw new CommandError(
      `"gatewave ${command}" needs ${definitions[words]?.valueHint}. ${seeHelp(command)}`,
    );
  }
  for (const [name, { required }] of Object.entries(definitions)) {
    if (required && !seen.has(name)) {
      throw new CommandError(`"gatewave ${command}" needs --${name}. ${seeHelp(command)}`);
    }
  }
}

/** All values of a flag that takes several, in their order; none where it is not given. */
export function valuesOf(name: string, rawArguments: readonly string[], definitions: ArgsDef): string[] {
  const values: string[] = [];
  let open = false;
  for (const token of tokensOf(rawArguments, definitions)) {
    if (token.kind === 'option') open = token.name === name;
    if (open && token.kind !== 'option-terminator' && token.value !== undefined) values.push(token.value);
  }
  return values;
}

function tokensOf(rawArguments: readonly string[], definitions: ArgsDef) {
  const options = Object.fromEntries(
    Object.entries(definitions)
      .filter(([, { type }]) => type !== 'positional')
      .map(([name, { type }]) => [name, { type: type === 'boolean' ? 'boolean' : 'string' } as const]),
  );
  return parseArgs({ args: [...rawArguments], options, strict: false, tokens: true }).tokens;
}

function takesSeveral(definition: ArgsDef[string]): boolean {
  return definition.type === 'string' && (definition.valueHint?.endsWith(several) ?? false);
}

/** The flag that a word means: `--no-tune` is the flag `tune`, which is true by default or says what its opposite does. */
function flagName(word: string, definitions: ArgsDef): string | undefined {
  if (Object.hasOwn(definitions, word) && definitions[word]?.type !== 'positional') return word;
  const negated = word.startsWith('no-') ? word.slice('no-'.length) : '';
  const definition = Object.hasOwn(definitions, negated) ? definitions[negated] : undefined;
  return definition?.type === 'boolean' && (definition.default === true || definition.negativeDescription)
    ? negated
    : undefined;
}

/** The end of a message about a wrong command line. */
export function seeHelp(command?: string): string {
  return `See "gatewave ${command ? `${command} ` : ''}--help".`;
}

function unknownFlag(command: string, rawName: string, names: string[]): CommandError {
  const meant = suggest(rawName.replace(/^-+/, '').replaceAll('_', '-'), [...names, 'help']);
  const advice = meant ? `Did you mean --${meant}?` : seeHelp(command);
  return new CommandError(`"gatewave ${command}" has no flag ${rawName}. ${advice}`);
}

function checkValue(
  name: string,
  value: string | undefined,
  inline: boolean,
  definition: ArgsDef[string],
): void {
  if (definition.type === 'boolean') {
    if (value !== undefined) throw new CommandError(`--${name} takes no value, but "${value}" is given.`);
    return;
  }
  // "--out --json" is a forgotten value; "--out=--json" is meant.
  if (value === undefined || value === '' || (!inline && value.startsWith('--'))) {
    throw new CommandError(`--${name} needs a value.`);
  }
  const choices = definition.type === 'enum' ? definition.options : undefined;
  if (choices && !choices.includes(value)) {
    const meant = suggest(value, choices);
    throw new CommandError(
      `--${name} is "${value}"; it must be one of ${choices.join(', ')}.${meant ? ` Did you mean ${meant}?` : ''}`,
    );
  }
}
