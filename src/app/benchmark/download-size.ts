import { canRun, type PeerId, peerOf } from '../../benchmark/peer-names';
import { type Settings, shapesOf } from '../../benchmark/settings';
import { phasesOf } from '../../benchmark/workload';

/** Bytes of the compiled runtimes, before a server compresses them; from `vite.config.ts`. */
declare const __RUNTIME_BYTES__: Partial<Record<PeerId, number>>;

/** '27 MB', for a peer that loads much before it runs; else ''. */
export function downloadSize(peer: PeerId): string {
  const bytes = __RUNTIME_BYTES__[peer];
  return bytes ? megabytes(bytes) : '';
}

/** '41 MB': what the chosen peers of ONNX Runtime load before they run; '' where none takes part. */
export function downloadSizeOf(settings: Settings): string {
  const bytes = settings.peers
    .filter((peer) =>
      shapesOf(settings).some((shape) =>
        phasesOf(shape, settings.phases).some((phase) => canRun(peerOf(peer), phase, shape)),
      ),
    )
    .reduce((sum, peer) => sum + (__RUNTIME_BYTES__[peer] ?? 0), 0);
  return bytes ? megabytes(bytes) : '';
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
