/** What the page's thread does in tasks that are too long. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type Phase, walk } from './visit';

/** An event of Chromium's tracing; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args: { data?: { url?: string; fileName?: string; functionName?: string }; name?: string };
}

export interface LongTask {
  /** The part of the visit that it is in. */
  phase: Phase;
  milliseconds: number;
  /** What took the most of it, for example `EvaluateScript index.js`, with its milliseconds; the longest first. */
  parts: [what: string, milliseconds: number][];
}

/** The tasks of the page's thread over 50 ms during a visit. */
export async function longTasks(page: Page, url: string, whole: boolean): Promise<LongTask[]> {
  const ends: [phase: Phase, microseconds: number][] = [];
  await page.tracing.start({
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'blink.user_timing'],
  });
  await walk(page, url, whole, async (phase) => {
    await wait(1_000);
    ends.push([phase, ((await page.evaluate('performance.now()')) as number) * 1_000]);
  });
  const trace = new TextDecoder().decode(await page.tracing.stop());
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  return tasksOf(traceEvents, (time) => ends.find(([, end]) => time < end)?.[0] ?? 'results');
}

function tasksOf(events: readonly TraceEvent[], phaseAt: (microseconds: number) => Phase): LongTask[] {
  const begun = events.findLast(({ name }) => name === 'navigationStart');
  if (!begun) return [];
  const own = events.filter(({ pid, tid, ph }) => pid === begun.pid && tid === begun.tid && ph === 'X');
  return own
    .filter(({ name, ts, dur = 0 }) => name.endsWith('RunTask') && dur > 50_000 && ts > begun.ts)
    .map(({ ts, dur = 0 }) => {
      const inside = own.filter((event) => event.ts >= ts && event.ts + (event.dur ?? 0) <= ts + dur);
      const parts = inside
        .filter((event) => !event.name.includes('RunTask') && (event.dur ?? 0) >= 4_000)
        .map((event): [string, number] => [described(event), (event.dur ?? 0) / 1_000])
        .sort(([, a], [, b]) => b - a);
      return {
        phase: phaseAt(ts - begun.ts),
        milliseconds: dur / 1_000,
        parts: parts.slice(0, 8),
      };
    });
}

function described({ name, args: { data } }: TraceEvent): string {
  const file = (data?.url ?? data?.fileName ?? '').split('/').at(-1);
  return [name, data?.functionName, file].filter(Boolean).join(' ');
}
