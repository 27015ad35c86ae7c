import { describe, expect, it } from 'vitest';
import { nodePeerIds } from '../../../src/benchmark/peer-names';
import {
  defaultSettings,
  formatSettings,
  parsePeers,
  parseSettings,
  shapesOf,
} from '../../../src/benchmark/settings';
import { presets } from '../../../src/benchmark/workload';

describe('the settings in an address', () => {
  it('are the usual ones where nothing is given', () => {
    expect(parseSettings('')).toEqual(defaultSettings);
    expect(formatSettings(defaultSettings)).toBe('');
  });

  it('survive being written and read', () => {
    const query =
      'preset=long&op=bilstm&batch=3&time=40&units=8&phases=train&peers=gatewave-cpu,onnxruntime-wasm' +
      '&runs=4&limit=5&stockTime=20&baseline=tfjs-cpu&seed=9&tune=1&kernels=0&corrupt=tfjs-cpu&autorun=1';
    const settings = parseSettings(query);
    expect(settings.sizes).toEqual({ op: 'bilstm', batch: 3, time: 40, units: 8 });
    expect(settings.peers).toEqual(['gatewave-cpu', 'onnxruntime-wasm']);
    expect(parseSettings(formatSettings(settings))).toEqual(settings);
    expect(formatSettings(settings)).toBe(query);
  });

  it.each([
    ['batch=0', /'batch' is '0', but must be a whole number from 1/],
    ['units=1.5', /'units' is '1.5'/],
    ['preset=tall', /'preset' is 'tall', but must be one of article, streaming/],
    ['peers=torch', /no peer 'torch'; there are gatewave-webgpu/],
    ['phases=backward', /must be one of forward, train/],
    ['btach=3', /no parameter 'btach'/],
  ])('%s is refused', (query, message) => {
    expect(() => parseSettings(query)).toThrow(message);
  });
});

describe('peers', () => {
  it('may be named by their library', () => {
    expect(parsePeers('onnxruntime, gatewave-cpu')).toEqual([
      'gatewave-cpu',
      'onnxruntime-webgpu',
      'onnxruntime-wasm',
    ]);
  });
});

describe('without a browser', () => {
  it('those peers are usual that need none, also of a library', () => {
    const peers = [
      'gatewave-webgpu',
      'gatewave-cpu',
      'tfjs-webgpu',
      'tfjs-wasm',
      'tfjs-cpu',
      'onnxruntime-wasm',
    ];
    expect(parseSettings('', nodePeerIds).peers).toEqual(peers);
    expect(parsePeers('onnxruntime,gatewave-cpu', nodePeerIds)).toEqual(['gatewave-cpu', 'onnxruntime-wasm']);
  });

  it.each(['tfjs-webgl', 'onnxruntime-webgpu'])('%s is refused', (peer) => {
    const message = `The peer '${peer}' needs a browser; in Node there are gatewave-webgpu,`;
    expect(() => parseSettings(`peers=gatewave,${peer}`, nodePeerIds)).toThrow(message);
  });
});

describe('shapes', () => {
  it('are the preset’s, with the given sizes in their place', () => {
    expect(shapesOf(parseSettings('preset=wide'))).toEqual(presets.wide);
    expect(shapesOf(parseSettings('preset=wide&batch=2'))).toEqual([{ ...presets.wide[0], batch: 2 }]);
  });

  it('have one time step where the operation is one step', () => {
    const [step, sequence] = shapesOf(parseSettings('preset=streaming&time=30'));
    expect(step).toMatchObject({ op: 'step', time: 1, batch: 1, units: 1024 });
    expect(sequence).toMatchObject({ op: 'bilstm', time: 30, batch: 1 });
    expect(shapesOf(parseSettings('preset=custom&op=step&units=5'))).toMatchObject([
      { op: 'step', time: 1, units: 5 },
    ]);
  });
});
