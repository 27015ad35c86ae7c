import { type Tensor, tensor, tensor3d } from '@tensorflow/tfjs-core';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Bidirectional } from '../../../../src/layers/bidirectional';
import { loadModel } from '../../../../src/model/weights/load-model';
import { layerWeights, recurrentSizes } from '../../../../src/model/weights/recurrent';
import type { NamedTensors } from '../../../../src/model/weights/tensors';
import { readTorchFile } from '../../../../src/model/weights/torch/file';
import { readTorchRecurrent, writeTorchRecurrent } from '../../../../src/model/weights/torch/recurrent';
import { readZip } from '../../../../src/model/weights/zip';
import { expectClose } from '../../../support/numeric';
import { plainRecurrent, toSequences } from '../../../support/plain-recurrent';
import { asWeight, fixture, torchAnswers } from '../../../support/weight-fixtures';
import { useCpu } from '../setup';

useCpu();

const answers = torchAnswers();
const read = (name: string): NamedTensors => readTorchFile(fixture('torch', name));

/** A file of torch with other contents of some of its entries; with null, without them. */
function changed(name: string, changes: Record<string, Uint8Array | null>): Uint8Array {
  const files = { ...Object.fromEntries(readZip(fixture('torch', name))), ...changes };
  const kept = Object.entries(files).filter((entry): entry is [string, Uint8Array] => entry[1] !== null);
  return zipSync(Object.fromEntries(kept), { level: 0 });
}

/** A pickle of Latin letters, in which the opcodes are. */
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('a file of torch.save', () => {
  it('has every kind of tensor as torch has it', () => {
    const tensors = read('kinds.pt');
    const expected = answers.kinds!;
    expect([...tensors.keys()]).toEqual(Object.keys(expected));
    for (const [name, values] of Object.entries(expected))
      expect(tensors.get(name)).toEqual(asWeight(values));
  });

  it('is a classifier that predicts what torch predicts', async () => {
    const { x, probability, attention } = answers.classifier!;
    const bytes = fixture('torch', 'classifier.pt');
    const { classifier } = await loadModel({ kind: 'weights', bytes });
    const predicted = classifier.predict(tensor3d(x!.data, x!.shape as [number, number, number]));
    expectClose('probability', predicted.probability.dataSync(), probability!.data, 1e-6);
    expectClose('attention', predicted.attention.dataSync(), attention!.data, 1e-6);
    classifier.dispose();
  });

  it('is read out of a checkpoint with more in it', () => {
    expect(read('checkpoint.pt')).toEqual(read('classifier.pt'));
  });

  it('may be of torch 2, which adds files to the archive', () => {
    const bytes = changed('classifier.pt', {
      'classifier/byteorder': latin('little'),
      'classifier/.format_version': latin('1'),
      'classifier/.data/serialization_id': latin('0'.repeat(40)),
    });
    expect(readTorchFile(bytes)).toEqual(read('classifier.pt'));
  });

  it.each(['lstm-stack', 'gru-stack', 'gru-no-bias'])('%s computes what torch computes', (name) => {
    const { x, outputs } = answers[name]!;
    const layers = readTorchRecurrent(read(`${name}.pt`));
    const computed = layers.reduce(
      (sequences, layer) => plainRecurrent(sequences, layer),
      toSequences(x!.data, x!.shape),
    );
    expectClose(name, computed.flat(2), outputs!.data, 1e-6);
  });

  it('is a stack of our layers that computes what torch computes', () => {
    const { x, outputs } = answers['gru-stack']!;
    let values: Tensor = tensor3d(x!.data, x!.shape as [number, number, number]);
    for (const layer of readTorchRecurrent(read('gru-stack.pt'))) {
      const { units } = recurrentSizes(layer);
      const fused = new Bidirectional({
        cell: layer.cell,
        units,
        recurrentActivation: 'sigmoid',
        returnSequences: true,
      });
      fused.build(values.shape);
      fused.setWeights(layerWeights(layer).map(({ data, shape }) => tensor(data, shape)));
      values = fused.apply(values) as Tensor;
    }
    expectClose('outputs', values.dataSync(), outputs!.data, 1e-6);
  });

  it.each(['lstm-stack', 'gru-stack'])('%s comes back under the same names', (name) => {
    const tensors = read(`${name}.pt`);
    const layers = readTorchRecurrent(tensors);
    const written = writeTorchRecurrent(layers);
    expect([...written.keys()].sort()).toEqual([...tensors.keys()].sort());
    expect(readTorchRecurrent(written)).toEqual(layers);
    // The GRU has both biases in both forms; the LSTM's become their sum.
    if (name === 'gru-stack') expect(written).toEqual(tensors);
  });

  it('finds a recurrent module under its name, and asks which where there are two', () => {
    const tensors = new Map(
      [...read('gru-stack.pt')].map(([name, tensor]) => [`encoder.rnn.${name}`, tensor]),
    );
    expect(readTorchRecurrent(tensors)).toEqual(readTorchRecurrent(read('gru-stack.pt')));
    for (const [name, tensor] of read('lstm-stack.pt')) tensors.set(`decoder.${name}`, tensor);
    expect(() => readTorchRecurrent(tensors)).toThrow('several recurrent modules: encoder.rnn, decoder.');
    expect(readTorchRecurrent(tensors, 'decoder')).toEqual(readTorchRecurrent(read('lstm-stack.pt')));
  });

  const refused: [string, () => Uint8Array, RegExp][] = [
    [
      'a whole module',
      () => fixture('torch', 'module.pt'),
      /Python object of torch\.nn\.modules\.linear\.Linear\..*nothing is run.*save_file\(model\.state_dict\(\)/,
    ],
    ['the old format', () => fixture('torch', 'old-format.pt'), /before version 1\.6\. In Python.*save_file/],
    [
      'a program',
      () => changed('kinds.pt', { 'kinds/data.pkl': latin('\x80\x02cos\nsystem\n(X\x02\0\0\0lstR.') }),
      /Python object of os\.system/,
    ],
    [
      'an instruction that tensors do not need',
      () => changed('kinds.pt', { 'kinds/data.pkl': latin('\x80\x02(ios\nsystem\n.') }),
      /instruction 0x69 at byte 3/,
    ],
    [
      'a storage that is too short',
      () => changed('kinds.pt', { 'kinds/data/0': new Uint8Array(44) }),
      /storage kinds\/data\/0 has 44 bytes, but 12 numbers of torch\.FloatStorage need 48/,
    ],
    [
      'a missing storage',
      () => changed('kinds.pt', { 'kinds/data/0': null }),
      /lacks the storage kinds\/data\/0/,
    ],
    ['big-endian numbers', () => changed('kinds.pt', { 'kinds/byteorder': latin('big') }), /big-endian/],
    ['another archive', () => zipSync({ 'a.txt': latin('a') }, { level: 0 }), /it has no data\.pkl/],
    [
      'TorchScript',
      () => changed('kinds.pt', { 'kinds/constants.pkl': latin('.') }),
      /TorchScript program.*torch\.jit\.load/,
    ],
    [
      'an archive that swells',
      () => zipSync({ 'a/data.pkl': new Uint8Array(1_000_000) }, { level: 9 }),
      /files claim more than 16 times its own size/,
    ],
  ];
  it.each(refused)('is refused when it is %s', (_what, make, message) => {
    expect(() => readTorchFile(make())).toThrow(message);
  });

  it('is refused when a tensor does not fit its storage', () => {
    // 'transposed' is [4, 3] with strides (1, 4) of a storage of 12: now (9, 4).
    const pickle = readZip(fixture('torch', 'kinds.pt')).get('kinds/data.pkl')!;
    const strides = String.fromCharCode(...pickle).indexOf('K\x01K\x04\x86');
    expect(strides).toBeGreaterThan(0);
    pickle[strides + 1] = 9;
    expect(() => readTorchFile(changed('kinds.pt', { 'kinds/data.pkl': pickle }))).toThrow(
      'A tensor of shape [4, 3] with the strides [9, 4] from 0 on does not fit its storage of 12 numbers.',
    );
  });
});

describe('recurrent layers under the names of torch are refused', () => {
  const broken: [string, (tensors: NamedTensors) => void, RegExp][] = [
    ['without a recurrent kernel', (tensors) => tensors.delete('weight_hh_l1'), /weight_hh_l1 is missing/],
    ['with one bias', (tensors) => tensors.delete('bias_hh_l0_reverse'), /bias_hh_l0_reverse is missing/],
    [
      'with a recurrent kernel of no cell',
      (tensors) => tensors.set('weight_hh_l0', { shape: [5, 2], data: new Float32Array(10) }),
      /weight_hh_l0 has shape \[5, 2\]; it must be \[4 · units, units\] for an LSTM or/,
    ],
    [
      'with a kernel of another size',
      (tensors) => tensors.set('weight_ih_l0', { shape: [6, 2], data: new Float32Array(12) }),
      /The transpose of weight_ih_l0 has shape \[2, 6\], expected \[2, 9\] for a GRU of 3 units/,
    ],
    [
      'with a bias of another size',
      (tensors) => tensors.set('bias_ih_l0', { shape: [6], data: new Float32Array(6) }),
      /bias_ih_l0 has shape \[6\], expected \[9\]: 3 gates of 3 units/,
    ],
    [
      'with a projection',
      (tensors) => tensors.set('weight_hr_l0', { shape: [2, 3], data: new Float32Array(6) }),
      /proj_size has no counterpart/,
    ],
    ['where there is none', (tensors) => tensors.clear(), /no nn\.LSTM or nn\.GRU/],
  ];
  it.each(broken)('%s', (_case, change, message) => {
    const tensors = read('gru-stack.pt');
    change(tensors);
    expect(() => readTorchRecurrent(tensors)).toThrow(message);
  });

  it('when their reset gate acts before the product', () => {
    const [layer] = readTorchRecurrent(read('gru-no-bias.pt'));
    expect(() => writeTorchRecurrent([{ ...layer!, resetAfter: false }])).toThrow('resetAfter: false');
  });
});
