import { z } from 'zod';
import { type Kind, defineKind } from './kind.ts';
import type { Scene, SceneLeg } from './scene.ts';

/** Every leg is by one of these modes, which the rep has and the customer at its end allows. */
const modes = defineKind('modes', { allowed: z.array(z.string()) }, function* ({ allowed }, { days, customers }) {
  const rulesAt = Map.groupBy(customers, ({ lat, lng }) => `${lat} ${lng}`);
  for (const { rep, day, legs } of days) {
    const own = new Set([...rep.vehicles, ...rep.modes]);
    for (const { mode, to } of legs) {
      const there = (rulesAt.get(`${to.lat} ${to.lng}`) ?? []).filter((customer) => customer.allowed_modes.length > 0);
      const isWelcome = there.every((customer) => customer.allowed_modes.includes(mode));
      if (!allowed.includes(mode) || !own.has(mode) || !isWelcome) yield `${rep.id} goes by ${mode} on ${day} to (${to.lat}, ${to.lng}).`;
    }
  }
});

const row = z.strictObject({
  mode: z.string(),
  /** The longest way by this mode. */
  mostMinutes: z.number().optional(),
  /** The shortest. */
  leastMinutes: z.number().optional(),
  /** A bus passes the customers at both ends. */
  busServed: z.literal(true).optional(),
  /** The customer's intent is one of these, at the end where the rep goes, or where the rep comes from on the way back. */
  intents: z.array(z.string()).optional(),
});
type Row = z.infer<typeof row>;

/** Every leg keeps what the table says of its mode; a mode that it does not have is wrong. */
const legModesByTable = defineKind('legModesByTable', { table: z.array(row).min(1) }, function* ({ table }, scene) {
  if (scene.days.every(({ legs }) => legs.length === 0)) yield 'The plan has no ways.';
  const at = Map.groupBy(scene.customers, ({ lat, lng }) => `${lat} ${lng}`);
  for (const { rep, day, legs, breaks } of scene.days) {
    for (const leg of legs) {
      const rests = breaks.filter(({ start, end }) => leg.depart <= start && end <= leg.arrive);
      const minutes = (leg.arrive - leg.depart - rests.reduce((sum, { start, end }) => sum + end - start, 0)) / 60;
      const wrong = table.find(({ mode }) => mode === leg.mode);
      const why = wrong === undefined ? 'which the table does not have' : reasonAgainst(wrong, leg, { minutes, at });
      if (why !== null) yield `${rep.id} goes by ${leg.mode} on ${day} to (${leg.to.lat}, ${leg.to.lng}), ${why}.`;
    }
  }
});

interface Way {
  readonly minutes: number;
  readonly at: ReadonlyMap<string, Scene['customers']>;
}

function reasonAgainst(
  { mostMinutes, leastMinutes, busServed, intents }: Row,
  { from, to }: SceneLeg,
  { minutes, at }: Way,
): string | null {
  const ends = [from, to].flatMap((end) => (end === undefined ? [] : (at.get(`${end.lat} ${end.lng}`) ?? [])));
  if (mostMinutes !== undefined && minutes > mostMinutes) return `which takes ${minutes} min instead of ${mostMinutes} at most`;
  if (leastMinutes !== undefined && minutes < leastMinutes) return `which takes ${minutes} min instead of ${leastMinutes} at least`;
  if (busServed === true && ends.some((customer) => customer.bus_served !== 'yes')) return 'where no bus passes';
  if (intents !== undefined && ends.length > 0 && !ends.some(({ intent }) => intents.includes(intent)))
    return 'where the intent is not clear';
  return null;
}

/** Expectations of single ways. */
export const legKinds: readonly Kind[] = [modes, legModesByTable];
