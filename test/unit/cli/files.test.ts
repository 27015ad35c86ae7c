import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareFile, prepareFolder, readText, writeBlocks, writeOutput } from '../../../src/cli/files';
import { readModel, writeModel } from '../../../src/cli/model-files';
import { writeSafetensors } from '../../../src/model/weights/safetensors';

const folder = mkdtempSync(join(tmpdir(), 'gatewave-files-'));
const at = (...names: string[]): string => join(folder, ...names);

beforeAll(() => writeFileSync(at('file'), 'text'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('folders and files for output', () => {
  it('are made with those above them and left empty', async () => {
    await prepareFolder(at('a', 'b'));
    expect(readdirSync(at('a', 'b'))).toEqual([]);
    await prepareFile(at('c', 'd', 'out.json'));
    expect(readdirSync(at('c', 'd'))).toEqual([]);
  });

  it('are refused where they cannot be', async () => {
    await expect(prepareFolder(at('file'))).rejects.toThrow(/file: a file of that name is in the way/);
    await expect(prepareFolder(at('file', 'below'))).rejects.toThrow(/Cannot write to the folder .*below/);
    await expect(prepareFile(folder)).rejects.toThrow(/it is a folder, not a file/);
    await expect(writeOutput(at('none', 'x'), 'text')).rejects.toThrow(/Cannot write .*x: there is no such/);
    await expect(writeBlocks(at('none', 'x'), ['text'])).rejects.toThrow(
      /Cannot write .*x: there is no such/,
    );
  });

  it.runIf(existsSync('/proc/self'))('are refused in a file system that takes none', async () => {
    await expect(prepareFolder('/proc/gatewave/runs')).rejects.toThrow(/Cannot write to the folder/);
  });

  it('are written piece by piece', async () => {
    await writeBlocks(at('blocks'), ['one\n', 'two\n']);
    expect(readFileSync(at('blocks'), 'utf8')).toBe('one\ntwo\n');
  });

  it('are read with a reason where they cannot be', async () => {
    await expect(readText(at('none'), 'data')).rejects.toThrow(
      /Cannot read the data .*none: there is no such/,
    );
    await expect(readText(folder, 'data')).rejects.toThrow(/it is a folder, not a file/);
  });
});

describe('models', () => {
  const model = {
    modelJson: '{"modelTopology": {}, "weightsManifest": [{"paths": ["weights.bin"], "weights": []}]}',
    weightsBin: Uint8Array.of(1, 2, 3, 4),
    stock: { modelJson: '{}', weightsBin: Uint8Array.of(9) },
    onnx: Uint8Array.of(8),
    safetensors: writeSafetensors(new Map([['a', { shape: [1], data: Float32Array.of(5) }]])),
  };

  it('are read as they were written, by folder or by file', async () => {
    mkdirSync(at('model'));
    const names = await writeModel(at('model'), model);
    expect(readdirSync(at('model'), { recursive: true }).sort()).toEqual([...names, 'stock'].sort());
    const tfjs = { kind: 'tfjs', modelJson: model.modelJson, weightsBin: model.weightsBin };
    expect(await readModel(at('model'), undefined)).toEqual(tfjs);
    expect(await readModel(at('model', 'model.json'), undefined)).toEqual(tfjs);
    expect(await readModel(at('model', 'model.safetensors'), 'max')).toEqual({
      kind: 'weights',
      bytes: model.safetensors,
      scaling: 'max',
    });
  });

  it('of several shards are joined in the order of the manifest', async () => {
    mkdirSync(at('shards'));
    writeFileSync(at('shards', 'b.bin'), Uint8Array.of(1, 2));
    writeFileSync(at('shards', 'a.bin'), Uint8Array.of(3));
    writeFileSync(at('shards', 'model.json'), '{"weightsManifest": [{"paths": ["b.bin", "a.bin"]}]}');
    const source = await readModel(at('shards'), undefined);
    expect(source).toMatchObject({ weightsBin: Uint8Array.of(1, 2, 3) });
  });

  it('are refused where they are none', async () => {
    mkdirSync(at('empty'));
    writeFileSync(at('other.json'), '{"weights": 3}');
    await expect(readModel(at('empty'), undefined)).rejects.toThrow(/There is no model in the folder/);
    await expect(readModel(at('none'), undefined)).rejects.toThrow(/Cannot read the model .*none/);
    await expect(readModel(at('file'), undefined)).rejects.toThrow(/file is not a model/);
    await expect(readModel(at('other.json'), undefined)).rejects.toThrow(/it lists no weights/);
    await expect(readModel(at('model'), 'max')).rejects.toThrow(/--scaling is for files of weights/);
  });
});
