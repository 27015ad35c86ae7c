import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ArgsDef } from 'citty';
import { checkArguments } from '../../src/cli/arguments';
import { findCommand, run } from '../../src/cli/run';

const root = resolve(import.meta.dirname, '../..');

/** The commands of a shell sample as words; comments and variables before a command are left out. */
export function commandLines(code: string): string[][] {
  return code
    .replaceAll('\\\n', ' ')
    .split(/\n|&&|;/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/))
    .map((words) => words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word))));
}

interface CheckOptions {
  /** Whether words in capitals stand for something else, as in `gatewave COMMAND --model DIR`. */
  placeholders?: boolean;
}

/** @throws Error when a command does not exist, or does not take an argument; nothing is run. */
export function checkCommandLine(words: string[], { placeholders = false }: CheckOptions = {}): void {
  const [program = '', first = '', ...rest] = words;
  if (program === 'npm') checkNpm([first, ...rest]);
  else if (program === 'npx' && first === 'gatewave') checkGatewave(rest, placeholders);
  else if (program === 'npx' && first === 'tsx') checkScript(rest);
  else if (program === 'npx' && first === 'vitest') checkFiles(rest);
  else if (program !== 'cd')
    throw new Error(`No check knows "${program} ${first}": add one, or mark the sample.`);
}

/** Runs `npx gatewave generate …` in this process. @returns its exit code */
export function runGenerate(words: string[]): Promise<number> {
  return run(words.slice(2));
}

function checkGatewave([name = '', ...given]: string[], placeholders: boolean): void {
  if (given.includes('--help') || (placeholders && name === 'COMMAND')) return;
  const definitions = findCommand(name).args as ArgsDef;
  if (!placeholders) {
    checkArguments(name, given, definitions);
    return;
  }
  for (const flag of flagsOf(given)) {
    if (!(flag.replace(/^no-/, '') in definitions))
      throw new Error(`gatewave ${name} has no flag --${flag}.`);
  }
}

/** A script's flags stand in its source, in the text of its `--help`. */
function checkScript([path = '', ...given]: string[]): void {
  checkFiles([path]);
  const source = readFileSync(join(root, path), 'utf8');
  for (const flag of flagsOf(given)) {
    if (!source.includes(`--${flag}`)) throw new Error(`${path} knows no --${flag}.`);
  }
}

function checkNpm([verb = '', ...rest]: string[]): void {
  if (['ci', 'i', 'install', 'pack'].includes(verb)) return;
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [name = '', ...given] = verb === 'run' ? rest : [verb, ...rest];
  const script = scripts[name];
  if (!script) throw new Error(`package.json has no script "${name}".`);
  const [program, path = ''] = script.split(' ');
  if (program === 'tsx') checkScript([path, ...given]);
}

function checkFiles(words: string[]): void {
  for (const word of words.filter((one) => one.includes('/'))) {
    if (!existsSync(join(root, word))) throw new Error(`There is no file ${word}.`);
  }
}

function flagsOf(words: string[]): string[] {
  return words
    .filter((word) => word.startsWith('--') && word !== '--')
    .map((word) => word.slice(2).split('=')[0] ?? '');
}
