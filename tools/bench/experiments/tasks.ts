import type { CDPSession, Page } from '@playwright/test';

/** What work cost the page's main thread, in milliseconds. */
export interface Cost {
  /** By the clock, from the start of the work to its end. */
  readonly time: number;
  /** The longest task: its own time on a processor, which other programs do not lengthen, and by the clock. */
  readonly longest: { readonly own: number; readonly clock: number };
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds by the clock, and on the processor. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

async function traced(session: CDPSession, work: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordAsMuchAsPossible',
      includedCategories: ['toplevel'],
      excludedCategories: ['*'],
    },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** The tasks of the busiest page's main thread. */
function tasksOf(events: readonly TraceEvent[]): TraceEvent[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = events.filter(({ ph, args }) => ph === 'M' && args.name === 'CrRendererMain');
  const byThread = new Map<string, TraceEvent[]>(mains.map((event) => [threadOf(event), []]));
  for (const event of events) {
    if (event.name.endsWith('RunTask')) byThread.get(threadOf(event))?.push(event);
  }
  const total = (tasks: readonly TraceEvent[]) => tasks.reduce((sum, t) => sum + (t.tdur ?? 0), 0);
  return [...byThread.values()].sort((a, b) => total(b) - total(a))[0] ?? [];
}

/** Measures what work costs a page, with what it leaves to be done in the next half second. */
export async function costOf(page: Page, work: () => Promise<unknown>): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  let time = NaN;
  const events = await traced(session, async () => {
    const start = performance.now();
    await work();
    time = performance.now() - start;
    await page.waitForTimeout(500);
  });
  await session.detach();
  const [longest] = tasksOf(events).sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  const [own, clock] = [longest?.tdur ?? NaN, longest?.dur ?? NaN];
  return { time, longest: { own: own / 1000, clock: clock / 1000 } };
}

export const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** A cost in words. */
export const inWords = ({ time, longest }: Cost) =>
  `${ms(time)}, longest task ${ms(longest.own)} (${ms(longest.clock)} by the clock)`;
