import type { Location } from '../domain/customer.ts';
import { ESTIMATE } from '../domain/travel/given-trip.ts';
import type { Leg, PlannedDay } from '../domain/plan.ts';
import { type Language, type Text, render } from '../kernel/text.ts';
import { placeName } from './place-names.ts';
import type { PublishedPlan } from './published-plan.ts';

/** Notes on a leg besides mode, time and distance. */
const notes = {
  parked: { en: '{vehicle} stays at {place}', zh: '{vehicle}停在{place}' },
  fetched: { en: 'fetches the {vehicle} at {place}', zh: '先到{place}取{vehicle}' },
  back: { en: 'back at the {vehicle}', zh: '回到{vehicle}停放处' },
  needed: { en: 'cheaper by {mode}: the {vehicle} is needed further on', zh: '{mode}更省，但之后要用{vehicle}' },
  atHome: { en: 'cheaper by {mode}: it stays at home that day', zh: '{mode}更省，但当天留在家中' },
  late: { en: 'cheaper by {mode}: would be late', zh: '{mode}更省，但会来不及' },
  estimated: { en: 'travel time estimated', zh: '路程时间为估算' },
  day: { en: 'cheaper by {mode}: the day as a whole would cost more', zh: '{mode}更省，但全天成本更高' },
} as const satisfies Readonly<Record<string, Text>>;

/** The day that a way is context of, and in which words. */
export interface NoteContext {
  readonly published: PublishedPlan;
  readonly planned: PlannedDay;
  readonly language: Language;
}

/** All notes on the legs to a stop: the place of the vehicle, the reason against a cheaper mode, and whether times are estimated. */
export const legNotes = (legs: readonly Leg[], context: NoteContext): string =>
  joined([vehicleNote(legs, context), cheaperNote(legs, context), estimateNote(legs, context)], context.language);

/** That the time of a leg is estimated; nothing where all times of the plan are. */
export function estimateNote(legs: readonly Leg[], { published, language }: NoteContext): string {
  if (!legs.some(({ source }) => source === ESTIMATE)) return '';
  return hasOtherSources(published) ? render(notes.estimated, {}, language) : '';
}

/** Whether some travel of a plan could come from elsewhere than estimates. */
const hasOtherSources = ({ plan, territory }: PublishedPlan): boolean =>
  (territory.trips ?? []).length > 0 || plan.days.some(({ legs }) => legs.some(({ source }) => source !== ESTIMATE));

/** Notes as one, those left out that say nothing. */
export const joined = (parts: readonly string[], language: Language): string =>
  parts.filter((part) => part !== '').join(language === 'zh' ? '；' : '; ');

/** Where the day's vehicle stays, or that the rep is back at it; nothing where it is ridden or not taken. */
export function vehicleNote([first, second]: readonly Leg[], context: NoteContext): string {
  if (first === undefined || first.parked === null) return '';
  const { published, planned, language } = context;
  const place = placeName(published.territory, planned, first.parked, language);
  const values = { vehicle: modeName(planned.vehicle ?? '', context), place };
  if (second !== undefined) return render(notes.fetched, values, language);
  return render(isSame(first.parked, first.to) ? notes.back : notes.parked, values, language);
}

/** Why a way does not go by the mode that costs least on it; nothing where it does. */
export function cheaperNote(legs: readonly Leg[], context: NoteContext): string {
  const reasons = legs.flatMap((leg) => {
    const text = againstCheaper(leg, context);
    if (text === null || leg.cheaper === null) return [];
    const values = { mode: modeName(leg.cheaper.mode, context), vehicle: modeName(context.planned.vehicle ?? '', context) };
    return [render(text, values, context.language)];
  });
  return joined(reasons, context.language);
}

/** The reason against the cheaper mode of a leg; null where there is none, or where the vehicle's place gives it. */
function againstCheaper({ cheaper, parked, from }: Leg, { published, planned }: NoteContext): Text | null {
  if (cheaper === null) return null;
  if (cheaper.because !== 'vehicle') return notes[cheaper.because];
  const own = published.territory.reps.find(({ id }) => id === planned.rep)?.vehicles ?? [];
  if (!own.includes(cheaper.mode)) return notes.needed;
  if (cheaper.mode !== planned.vehicle) return notes.atHome;
  // At hand but not taken: it would have to come along from then on.
  return parked !== null && isSame(parked, from) ? notes.day : null;
}

const modeName = (mode: string, { published, language }: NoteContext): string => published.words.mode(mode)[language];
const isSame = (a: Location, b: Location): boolean => a.lat === b.lat && a.lng === b.lng;
