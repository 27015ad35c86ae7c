import { describe, expect, it } from 'vitest';
import { chooseKept } from '../../../../src/model/training/kept-weights';

describe('chooseKept', () => {
  it('keeps what is asked for', () => {
    expect(chooseKept({ keep: 'best', patience: 0 }, 3)).toEqual({ kept: 'best' });
    expect(chooseKept({ keep: 'last', patience: 3 }, 300)).toEqual({ kept: 'last' });
  });

  it('keeps the last weights where few series validate, and says why', () => {
    const { kept, reason } = chooseKept({ keep: 'auto', patience: 0 }, 39);
    expect(kept).toBe('last');
    expect(reason).toContain('39 validation series are too few');
    expect(chooseKept({ keep: 'auto', patience: 0 }, 40)).toEqual({ kept: 'best' });
  });

  it('keeps the best weights of a run that may end early', () => {
    expect(chooseKept({ keep: 'auto', patience: 5 }, 10)).toEqual({ kept: 'best' });
  });
});
