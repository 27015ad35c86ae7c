import { exitCodes } from './errors';
import { run } from './run';

// A closed pipe, as in `gatewave … | head`, ends the program, and with it the browser. A terminal that is gone, which sends
// a SIGHUP, does not: there may be a model to save.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(exitCodes.fault);
});
process.stderr.on('error', () => {});

process.exitCode = await run(process.argv.slice(2));
