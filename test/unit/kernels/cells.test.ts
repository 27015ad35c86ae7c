/** A cell's WGSL file and its TypeScript say the same numbers. */
import { describe, expect, it } from 'vitest';
import { gruCell } from '../../../src/kernels/gru/cell';
import { lstmCell } from '../../../src/kernels/lstm/cell';
import { specialise } from '../../../src/kernels/webgpu/shaders';

const cells = [lstmCell, gruCell({ resetAfter: true }), gruCell({ resetAfter: false })];

describe.each(cells.map((cell) => [cell.shader, cell] as const))('%s.wgsl', (_, cell) => {
  const text = specialise('recurrent_units', {}, { cell: cell.shader });
  const constant = (name: string) => Number(new RegExp(`^const ${name}: u32 = (\\d)u;`, 'm').exec(text)![1]);

  it('has the gates, states and gradients that its plans expect', () => {
    expect(constant('GATES')).toBe(cell.gates);
    expect(constant('STATES')).toBe(cell.states.length);
    expect(constant('GRADIENTS')).toBe(cell.gradients);
    expect(constant('SPLIT')).toBe(cell.biasRows - 1);
    expect(constant('HIDDEN_GATES') < constant('GATES')).toBe(cell.phases === 2);
  });
});
