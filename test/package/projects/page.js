import { run } from './program.js';

window.run = run;
