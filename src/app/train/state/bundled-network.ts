/** The trained network that comes with the page, which answers before there is a worker. */
import { readTypedFile } from '../../../model/weights/typed-file';
import { bytesOfBase64 } from '../../shared/base64';
// Written, with a report beside it, by `npm run bundled-network`.
import file from './bundled/quick.safetensors?url&inline';
import { type TypedNetwork, typedNetwork } from './typed-network';

let opened: TypedNetwork | null = null;

/** Unpacks the network when it is first asked for. */
export function bundledNetwork(): TypedNetwork {
  opened ??= typedNetwork(readTypedFile(bytesOfBase64(file.slice(file.indexOf(',') + 1))));
  return opened;
}
