/** Stands in for the package `webgpu` in the bundle: Dawn's addon, which lies beside it. */
import { createRequire } from 'node:module';

const dawn: typeof import('webgpu') = createRequire(import.meta.url)('./dawn.node');

export const { create, globals } = dawn;
