/** What a script was called with. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The arguments cannot be used; the message says why. */
export class ArgumentError extends Error {
  override name = 'ArgumentError';
}

type Options = NonNullable<ParseArgsConfig['options']> & { help: { type: 'boolean' } };
type Values<Given extends Options> = ReturnType<typeof parseArgs<{ options: Given }>>['values'];

/**
 * Reads the options of a script. With `--help` it prints the help and ends the process.
 * @throws ArgumentError with the help, when there is another argument or a value is missing.
 */
export function readOptions<Given extends Options>(options: Given, help: string): Values<Given> {
  let values: Values<Given>;
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new ArgumentError(`${(error as Error).message}\n\n${help}`);
  }
  if ((values as { help?: boolean }).help) {
    console.log(help);
    process.exit(0);
  }
  return values;
}
