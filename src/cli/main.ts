import { exitCodes } from './errors';
import { run } from './run';

// A closed pipe, as in `gatewave … | head`, ends the program, and with it the browser.
process.stdout.on('error', () => process.exit(exitCodes.fault));

process.exitCode = await run(process.argv.slice(2));
