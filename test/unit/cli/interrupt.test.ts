import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withRuntime } from '../../../src/cli/commands/shared';
import { Interrupts } from '../../../src/cli/interrupt';

describe('Interrupts', () => {
  let interrupts: Interrupts;
  const exit = vi.fn();

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
    interrupts = new Interrupts(exit);
  });
  afterEach(() => {
    interrupts.dispose();
    vi.useRealTimers();
    exit.mockClear();
  });

  it('ends the process at once if nothing is worth keeping', () => {
    process.emit('SIGINT');
    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
  });

  it('asks for a graceful end once, and ends the process at the next signal', async () => {
    const stop = vi.fn();
    await interrupts.during(stop, async () => {
      expect(interrupts.asked).toBe(false);
      process.emit('SIGTERM');
      expect(interrupts.asked).toBe(true);
      expect(exit).not.toHaveBeenCalled();
      vi.advanceTimersByTime(2000);
      process.emit('SIGINT');
    });
    expect(stop).toHaveBeenCalledOnce();
    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
  });

  it('counts the same Ctrl-C, passed on by npm, only once', async () => {
    await interrupts.during(
      () => {},
      async () => {
        process.emit('SIGINT');
        vi.advanceTimersByTime(100);
        process.emit('SIGINT');
      },
    );
    expect(exit).not.toHaveBeenCalled();
  });

  it('takes the end of npm for a request, unless its signal came here, too', async () => {
    interrupts.dispose();
    let gone = (): void => {};
    interrupts = new Interrupts(exit, (call) => {
      gone = call;
      return () => {};
    });
    const stop = vi.fn();
    await interrupts.during(stop, async () => {
      gone();
      expect(interrupts.asked).toBe(true);
      vi.advanceTimersByTime(2000);
      gone();
    });
    expect(stop).toHaveBeenCalledOnce();
    expect(exit).not.toHaveBeenCalled();
  });

  it('ends the process at once after the work', async () => {
    const stop = vi.fn();
    await interrupts.during(stop, async () => {});
    process.emit('SIGHUP');
    expect(stop).not.toHaveBeenCalled();
    expect(exit).toHaveBeenCalledOnce();
  });

  it('leaves no handlers behind', () => {
    const before = process.listenerCount('SIGINT');
    interrupts.dispose();
    expect(process.listenerCount('SIGINT')).toBe(before - 1);
  });
});

describe('a command', () => {
  it('ends by a signal with its own exit code, even when all is closed already', async () => {
    const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
    const before = process.listeners('SIGINT');
    await withRuntime({ backend: 'cpu', runtime: 'node', adapter: undefined }, async () => 0);
    const kept = process.listeners('SIGINT').filter((listener) => !before.includes(listener));
    for (const listener of kept) listener('SIGINT');
    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
    exit.mockRestore();
    for (const listener of kept) process.off('SIGINT', listener);
  });
});
