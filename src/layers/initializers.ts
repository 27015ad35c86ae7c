import { serialization, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { initializers } from '@tensorflow/tfjs-layers';
import { RandomStream } from '../random';
import { orthogonalMatrix } from './initial-values';

export type Initializer = ReturnType<typeof initializers.ones>;

/** An initializer by tf.js's name for it, by its saved configuration, or as an object. */
export type InitializerIdentifier =
  | 'glorotNormal'
  | 'glorotUniform'
  | 'heNormal'
  | 'heUniform'
  | 'leCunNormal'
  | 'leCunUniform'
  | 'ones'
  | 'orthogonal'
  | 'zeros'
  | { className: string; config: serialization.ConfigDict }
  | Initializer;

/** The initializer that an identifier stands for. @throws Error when there is none of that name. */
export function resolveInitializer(identifier: InitializerIdentifier): Initializer {
  if (typeof identifier === 'string') {
    const create = initializers[identifier];
    if (!create) throw new Error(`There is no initializer '${identifier}'.`);
    return create({});
  }
  if (identifier instanceof serialization.Serializable) return identifier;
  const registered = serialization.SerializationMap.getMap().classNameMap[identifier.className];
  if (!registered) throw new Error(`There is no initializer of the class '${identifier.className}'.`);
  const [initializerClass, fromConfig] = registered;
  return fromConfig(initializerClass, identifier.config) as Initializer;
}

/** The form that survives JSON, for `resolveInitializer` to read. */
export function serializeInitializer(initializer: Initializer): serialization.ConfigDict {
  return { className: initializer.getClassName(), config: initializer.getConfig() };
}

/**
 * The initial values of a weight. Orthogonal ones are computed here on the CPU: tf.js does a QR decomposition on the
 * backend, which takes seconds on a GPU.
 */
export function initialTensor(initializer: Initializer, shape: number[]): Tensor {
  if (initializer.getClassName() !== 'Orthogonal') return initializer.apply(shape);
  const [rows, columns] = shape;
  if (rows === undefined || columns === undefined || shape.length !== 2) {
    throw new Error(`An orthogonal weight has two dimensions, not the shape [${shape}].`);
  }
  const { gain, seed } = initializer.getConfig() as { gain: number; seed?: number | null };
  const random = new RandomStream(seed ?? Math.floor(Math.random() * 2 ** 32), 'orthogonal');
  return tensor(orthogonalMatrix(rows, columns, random, gain), [rows, columns]);
}

/** An initializer with the given values, for `Layer.addWeight`, which takes nothing else. */
export class Values extends serialization.Serializable {
  static className = 'GatewaveValues';

  constructor(private readonly values: () => Tensor) {
    super();
  }

  apply(): Tensor {
    return tidy(this.values);
  }

  fromConfigUsesCustomObjects(): boolean {
    return false;
  }

  getConfig(): serialization.ConfigDict {
    return {};
  }
}
