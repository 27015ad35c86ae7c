import { availableParallelism } from 'node:os';

/** Files of end-to-end tests that run side by side: they wait for starting processes as much as for the device. */
export const E2E_WORKERS = Math.min(2, availableParallelism());
