import { describe, expect, it } from 'vitest';
import { chosenModel, type NamedFile } from '../../../src/app/train/keep/chosen-model';
import { writeSafetensors } from '../../../src/model/weights/safetensors';
import { fixture } from '../../support/weight-fixtures';

function file(name: string, content: string | Uint8Array = ''): NamedFile {
  const blob = new Blob([typeof content === 'string' ? content : content.slice()]);
  return { name, text: () => blob.text(), arrayBuffer: () => blob.arrayBuffer() };
}

const tensors = (metadata: Record<string, string>) =>
  writeSafetensors(new Map([['a', { shape: [1], data: new Float32Array(1) }]]), metadata);

describe('chosen model files', () => {
  it('are recognised by their endings, in any order and however the browser numbered them', async () => {
    const { name, source } = await chosenModel([
      file('weights (1).bin', Uint8Array.of(1, 2)),
      file('model (1).json', '{}'),
    ]);
    expect(name).toBe('model (1).json');
    expect(source).toEqual({ kind: 'tfjs', modelJson: '{}', weightsBin: Uint8Array.of(1, 2) });
  });

  it('are joined in the order of their numbers', async () => {
    const { source } = await chosenModel([
      file('shard10of10.bin', Uint8Array.of(10)),
      file('model.json'),
      file('shard2of10.bin', Uint8Array.of(2)),
    ]);
    expect(source).toMatchObject({ weightsBin: Uint8Array.of(2, 10) });
  });

  it('ask for the scaling only if a safetensors file does not give it', async () => {
    const told = await chosenModel([file('a.safetensors', tensors({ scaling: 'max' }))]);
    expect(told).toMatchObject({ name: 'a.safetensors', needsScaling: false });
    const untold = await chosenModel([file('A.SAFETENSORS', tensors({}))]);
    expect(untold.needsScaling).toBe(true);
    const keras = await chosenModel([file('a.h5', fixture('keras', 'classifier.h5'))]);
    expect(keras).toMatchObject({ source: { kind: 'weights' }, needsScaling: true });
  });

  it.each([
    [['model.json'], /^Choose weights\.bin together with model\.json\.$/],
    [['weights.bin'], /^Choose model\.json together with weights\.bin\.$/],
    [['series.csv'], /^series\.csv is not a model\. Choose a file of weights \(.*\.safetensors/],
    [['model.json', 'weights.bin', 'cat.png'], /^cat\.png is not a model/],
    [['a.safetensors', 'model.json'], /^Choose a\.safetensors alone/],
    [['a.json', 'b.json', 'weights.bin'], /several \.json files/],
    [['a.safetensors'], /^a\.safetensors: /],
  ])('say what is wrong with %j', async (names, message) => {
    await expect(chosenModel(names.map((name) => file(name, 'no tensors')))).rejects.toThrow(message);
  });
});
