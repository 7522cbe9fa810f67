import { z } from 'zod';
import type { Target } from './caller.ts';

const List = z.object({ plans: z.array(z.looseObject({ id: z.string(), endedAt: z.string().optional() })) });

/** Stops all plans that have not ended, as callers who leave in good order would; gives their number. */
export async function endOpenPlans({ url, token }: Target): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const list = await fetch(`${url}/v1/plans`, { headers });
  const open = List.parse(await list.json()).plans.filter(({ endedAt }) => endedAt === undefined);
  // The latest first: stopping one that is searched starts the next.
  for (const { id } of open.toReversed()) await fetch(`${url}/v1/plans/${id}/solve`, { method: 'DELETE', headers });
  return open.length;
}
