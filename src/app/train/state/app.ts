import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type AnsweringStore, createAnswering } from './answering';
import { type CheckpointStore, createCheckpoints } from './checkpoints';
import { createData, type DataStore } from './data';
import { createDevice, type DeviceStore } from './device';
import { createEditor, type Editor } from './editor';
import { createInspection, type InspectionStore } from './inspection';
import { createKeptValues, type KeptValues } from './kept-values';
import { createModel, type ModelStore } from './model';
import { createOcclusion, type OcclusionStore } from './occlusion';
import { createPlan, type PlanStore } from './plan';
import { createResults, type ResultsStore } from './results';
import { createRun, type RunStore } from './run';
import { createRuns, type RunsStore } from './runs';
import { createSessionPort, type SessionPort } from './session-port';
import { createSettings, type SettingsStore } from './settings';
import { createShared, type SharedStore } from './shared';
import { createStage, type StageStore } from './stage';
import { createDueStep, type Step } from './steps';
import { createUndoReset, type UndoResetStore } from './undo-reset';

/** Everything the page knows and does, apart from how it looks. */
export interface TrainApp {
  port: SessionPort;
  settings: SettingsStore;
  data: DataStore;
  device: DeviceStore;
  plan: PlanStore;
  run: RunStore;
  model: ModelStore;
  shared: SharedStore;
  results: ResultsStore;
  answering: AnsweringStore;
  editor: Editor;
  stage: StageStore;
  dueStep: ReadonlySignal<Step>;
  inspection: InspectionStore;
  occlusion: OcclusionStore;
  runs: RunsStore;
  undoReset: UndoResetStore;
  storageLoss: KeptValues['loss'];
  checkpoints: CheckpointStore;
}

/** @param search the query of the page's address. */
export function createApp(search: string): TrainApp {
  const port = createSessionPort();
  const settings = createSettings(search);
  const data = createData(settings);
  const device = createDevice(port, settings);
  const plan = createPlan(port, { settings, data, device });
  const run = createRun(port, { settings, data, device });
  const model = createModel(port, device, run);
  const shared = createShared(settings, { run, model, data });
  const results = createResults(port, { settings, data, run, model });
  const answering = createAnswering(port, { data, run, model, shared });
  const editor = createEditor({ settings, data, answering, shared });
  const stage = createStage(editor, answering);
  const dueStep = createDueStep({ editor, stage, run, data });
  const inspection = createInspection(answering);
  const occlusion = createOcclusion(answering, inspection);
  const kept = createKeptValues();
  const runs = createRuns(kept, port, { run, results, model, settings, data });
  const undoReset = createUndoReset({ run, runs, model, settings, data });
  const checkpoints = createCheckpoints(kept, { run, settings, data });
  return {
    port,
    settings,
    data,
    device,
    plan,
    run,
    model,
    shared,
    results,
    answering,
    editor,
    stage,
    dueStep,
    inspection,
    occlusion,
    runs,
    undoReset,
    storageLoss: kept.loss,
    checkpoints,
  };
}

export const AppContext = createContext<TrainApp | null>(null);

export function useApp(): TrainApp {
  const app = useContext(AppContext);
  if (!app) throw new Error('There is no TrainApp above this component.');
  return app;
}
