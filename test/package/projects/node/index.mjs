import { text } from 'node:stream/consumers';
import { run } from './program.js';

console.log(JSON.stringify(await run(JSON.parse(await text(process.stdin)))));
