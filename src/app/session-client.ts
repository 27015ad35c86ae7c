import { proxy, wrap } from 'comlink';
import type { SessionApi } from '../model/session/api';

/** Starts the training worker and returns its session. */
export function openSession(): SessionApi & { close(): void } {
  const worker = new Worker(new URL('./session-worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<SessionApi>(worker);
  return {
    initialise: (choice, options) => remote.initialise(choice, options),
    generate: (config, seed) => remote.generate(config, seed),
    load: (dataset) => remote.load(dataset),
    tune: (config) => remote.tune(config),
    plan: (config, data) => remote.plan(config, data),
    train: (config, onEvent, options) => remote.train(config, proxy(onEvent), options),
    stop: () => remote.stop(),
    resume: (onEvent, options) => remote.resume(proxy(onEvent), options),
    watched: () => remote.watched(),
    checkpoint: () => remote.checkpoint(),
    restore: (checkpoint) => remote.restore(checkpoint),
    split: (seed) => remote.split(seed),
    part: (name) => remote.part(name),
    predict: (data) => remote.predict(data),
    inspect: (series) => remote.inspect(series),
    modelInfo: () => remote.modelInfo(),
    exportModel: () => remote.exportModel(),
    importModel: (source) => remote.importModel(source),
    close: () => worker.terminate(),
  };
}
