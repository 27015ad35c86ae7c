/** The trained network that comes with the page, which answers before there is a worker. */
import { readTypedFile } from '../../../model/weights/typed-file';
// Written, with a report beside it, by `npm run bundled-network`.
import file from './bundled/quick.safetensors?url&inline';
import { type TypedNetwork, typedNetwork } from './typed-network';

let opened: TypedNetwork | null = null;

/** Unpacks the network when it is first asked for. */
export function bundledNetwork(): TypedNetwork {
  opened ??= typedNetwork(
    readTypedFile(Uint8Array.from(atob(file.slice(file.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))),
  );
  return opened;
}
