/**
 * WebGPU for a program in Node: importing this gives the process `navigator.gpu`, from Dawn (npm's `webgpu`), so that
 * `initialiseWebGPU`, `fuse` and sessions work as in a browser. Where there is a `navigator.gpu` already, it stays.
 *
 * Importing it throws a {@link NoDawnError} where the package `webgpu` is not installed.
 *
 * @module gatewave/node
 */
import { provideWebGPU } from './webgpu';

export { NoDawnError, releaseWebGPU } from './webgpu';

if (!globalThis.navigator?.gpu) await provideWebGPU();
