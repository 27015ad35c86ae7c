import { isModel, type Phase, type Shape } from './workload';

/** A peer is what is measured: a library on one of its backends. */
export interface Peer {
  id: PeerId;
  /** Its name in result files. */
  peer: 'gatewave' | 'tfjs' | 'onnxruntime';
  backend: 'webgpu' | 'webgl' | 'wasm' | 'cpu';
  /** Its display name. */
  label: string;
}

export type PeerId = (typeof peerIds)[number];

export const peerIds = [
  'gatewave-webgpu',
  'gatewave-cpu',
  'tfjs-webgpu',
  'tfjs-webgl',
  'tfjs-wasm',
  'tfjs-cpu',
  'onnxruntime-webgpu',
  'onnxruntime-wasm',
] as const;

/** Those that need nothing of a browser. */
export const nodePeerIds = peerIds.filter((id) => id !== 'tfjs-webgl' && id !== 'onnxruntime-webgpu');

const libraryNames = { gatewave: 'Gatewave', tfjs: 'tf.layers', onnxruntime: 'ONNX Runtime' };
const backendNames = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'wasm', cpu: 'CPU' };

export function peerOf(id: PeerId): Peer {
  const [peer, backend] = id.split('-') as [Peer['peer'], Peer['backend']];
  return { id, peer, backend, label: peerLabel(peer, backend) };
}

export function peerLabel(peer: Peer['peer'], backend: Peer['backend']): string {
  return `${libraryNames[peer]}, ${backendNames[backend]}`;
}

export function isPeerId(text: string): text is PeerId {
  return (peerIds as readonly string[]).includes(text);
}

/** Whether the peer takes part: ONNX Runtime Web only infers, and models of tf.layers are not for it. */
export function canRun({ peer }: Peer, phase: Phase, { op }: Shape): boolean {
  return peer !== 'onnxruntime' || (phase === 'forward' && !isModel(op));
}

/**
 * The shape at which a peer is measured. The time of stock layers grows with the number of steps, up to minutes, so
 * they are measured at fewer steps and their times are multiplied by `factor`.
 *
 * @param stockTime the most steps that stock layers are measured at.
 */
export function measuredShape(
  { peer }: Peer,
  shape: Shape,
  stockTime: number,
): { shape: Shape; factor: number } {
  if (peer !== 'tfjs' || shape.time <= stockTime) return { shape, factor: 1 };
  return { shape: { ...shape, time: stockTime }, factor: shape.time / stockTime };
}
