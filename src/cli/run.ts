import { stripVTControlCharacters } from 'node:util';
import { type ArgsDef, type CommandDef, defineCommand, renderUsage, runCommand } from 'citty';
import { suggest } from '../data/suggest';
import { checkArguments, seeHelp } from './arguments';
import { evaluate } from './commands/evaluate';
import { generate } from './commands/generate';
import { inspect } from './commands/inspect';
import { predict } from './commands/predict';
import { train } from './commands/train';
import { tune } from './commands/tune';
import { CommandError, exitCodes, isUserError } from './errors';
import { version } from './version';

const commands = { train, tune, evaluate, predict, inspect, generate } as unknown as Record<
  string,
  CommandDef
>;

const root = defineCommand({
  meta: {
    name: 'gatewave',
    version,
    description: 'Train a BiLSTM with attention on time series, on WebGPU, in Node or a headless browser',
  },
  subCommands: commands,
});

/**
 * Runs the command line. Whatever goes wrong ends in one message on standard error.
 * @param argv the arguments after the program's name.
 * @returns the exit code.
 */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (isUserError(error)) {
      process.stderr.write(`gatewave: ${message}\n`);
      return exitCodes.badInput;
    }
    const details = process.env.GATEWAVE_DEBUG && error instanceof Error ? `\n${error.stack}` : '';
    process.stderr.write(
      `gatewave: internal error: ${message}${details || ' (GATEWAVE_DEBUG=1 shows where)'}\n`,
    );
    return exitCodes.fault;
  }
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const asksHelp = (word: string): boolean => word === '--help' || word === '-h';
  if (name === '--version' || name === '-v') return print(version);
  if (name !== undefined && asksHelp(name)) return print(await renderUsage(root));
  const command = findCommand(name);
  if (rest.some(asksHelp)) return print(await renderUsage(command, root as CommandDef));
  checkArguments(name as string, rest, command.args as ArgsDef);
  const { result } = await runCommand(command, { rawArgs: rest });
  return result as number;
}

/** @throws CommandError when there is no such command; it suggests the one that was probably meant. */
export function findCommand(name: string | undefined): CommandDef {
  const names = Object.keys(commands);
  if (name === undefined) {
    throw new CommandError(`Name a command: ${names.join(', ')}. ${seeHelp()}`);
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const meant = suggest(name, names);
  throw new CommandError(`There is no command "${name}". ${meant ? `Did you mean ${meant}?` : seeHelp()}`);
}

function print(text: string): number {
  const plain = process.stdout.isTTY ? text : stripVTControlCharacters(text);
  process.stdout.write(`${plain.replace(/ +$/gm, '')}\n`);
  return exitCodes.success;
}
