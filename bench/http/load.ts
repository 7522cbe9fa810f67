/** What became of requests that were sent at a steady pace. */
export interface Load {
  readonly sent: number;
  /** How many were answered with each status; 0 where the connection failed. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds to the last byte, sorted. */
  readonly times: readonly number[];
}

/** Sends requests at a steady pace, whether or not earlier ones are answered. */
export async function steadyLoad(
  urls: readonly string[],
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Load> {
  const statuses: Record<string, number> = {};
  const times: number[] = [];
  const ask = async (url: string) => {
    const at = performance.now();
    const status = await statusOf(url);
    statuses[status] = (statuses[status] ?? 0) + 1;
    times.push(performance.now() - at);
  };
  const sent: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = start + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(ask(urls[n % urls.length] ?? ''));
  }
  await Promise.all(sent);
  return { sent: sent.length, statuses, times: times.toSorted((a, b) => a - b) };
}

async function statusOf(url: string): Promise<number> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.status;
  } catch {
    // The connection failed: that is what is counted.
    return 0;
  }
}

/** The value below which a share of sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
