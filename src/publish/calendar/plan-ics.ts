import { type ICalEventData, ICalCalendar } from 'ical-generator';
import { announcedVisits } from '../../domain/calls/announced-visits.ts';
import { instantOf } from '../../domain/calendar.ts';
import { daysSinceLast } from '../../domain/figures/days-since.ts';
import { materialsFor, packingList } from '../../domain/materials.ts';
import type { PlannedDay, Stop } from '../../domain/plan.ts';
import { titlesOf } from '../../domain/policy.ts';
import type { RepId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/text.ts';
import type { Seconds } from '../../kernel/units.ts';
import { type DayRow, dayRows } from '../day-rows.ts';
import { distanceName, hoursAndMinutes, phrases } from '../phrases.ts';
import type { PublishedPlan } from '../published-plan.ts';
import { announcedName, materialNames, purposeNames, sinceName, visitNote } from '../visit-names.ts';
import { sumOfLegs } from '../leg-sum.ts';

/** The rep of a calendar, its language and the time of writing. */
export interface IcsOptions {
  /** Null for everybody in one calendar. */
  readonly rep: RepId | null;
  readonly language: Language;
  /** When the plan was made; calendars keep the newest of two events. */
  readonly madeAt: Temporal.Instant;
}

/**
 * A rep's visits, calls and duties as a calendar (RFC 5545). Times are UTC, so that every calendar shows the right hour
 * whatever it knows of the territory's zone; an event keeps its id when the visit moves. A calendar for everybody has no spot
 * checks, which are for managers alone.
 */
export function planIcs(published: PublishedPlan, { rep, language, madeAt }: IcsOptions): string {
  const { plan, territory } = published;
  const names = new Map(territory.reps.map(({ id, name }) => [id, name]));
  const who = rep === null ? [] : [names.get(rep) ?? rep];
  const calendar = new ICalCalendar({
    name: escaped([...who, territory.name].join(' · ')),
    prodId: { company: 'beatplan', product: 'beatplan', language: language.toUpperCase() },
  });
  const since = daysSinceLast(territory, plan);
  const announced = announcedVisits(plan);
  for (const planned of plan.days.filter((day) => rep === null || day.rep === rep)) {
    let packing = packingText(published, planned, language);
    for (const row of dayRows(planned)) {
      const { stop } = row;
      if (stop === null || stop.type === 'break') continue;
      if (rep === null && stop.type !== 'duty' && stop.kind === 'inspection') continue;
      const texts = withFirst(packing, textsOf(row, { published, planned, since, announced, language }));
      packing = '';
      calendar.createEvent({
        ...texts,
        summary: rep === null ? `${names.get(planned.rep) ?? planned.rep}: ${texts.summary}` : texts.summary,
        id: escaped(`${stop.type === 'duty' ? `${planned.rep}/${planned.day}/${stop.duty}` : stop.visit}@${territory.id}.beatplan`),
        stamp: dateOf(madeAt),
        sequence: sequenceOf(madeAt),
        start: dateAt(planned, stop.start, plan.timeZone),
        end: dateAt(planned, stop.end, plan.timeZone),
      });
    }
  }
  const text = calendar.toString();
  return calendar.length() === 0 ? text.replace(/^END:VCALENDAR/m, `${UTC}END:VCALENDAR`) : text;
}

/** A calendar must have some component (RFC 5545, 3.6). Where there is no event, it is the zone of its times. */
const UTC = `BEGIN:VTIMEZONE
TZID:UTC
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0000
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
`.replaceAll('\n', '\r\n');

const YEAR_2020 = Temporal.Instant.from('2020-01-01T00:00:00Z');

/** The sequence number of events: higher in each later plan, so that calendars take the event anew where it has moved. */
const sequenceOf = (madeAt: Temporal.Instant): number => Math.max(0, Math.floor(madeAt.since(YEAR_2020).total({ unit: 'seconds' })));

/** A text of RFC 5545. The generator escapes all texts except names of calendars and ids of events. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n?|\n/g, '\\n');

const dateOf = ({ epochMilliseconds }: Temporal.Instant): Date => new Date(epochMilliseconds);

const dateAt = ({ day }: PlannedDay, clock: Seconds, timeZone: string): Date =>
  dateOf(Temporal.Instant.from(instantOf(day, clock, timeZone)));

interface EventContext {
  readonly published: PublishedPlan;
  readonly since: ReturnType<typeof daysSinceLast>;
  readonly announced: ReturnType<typeof announcedVisits>;
  readonly planned: PlannedDay;
  readonly language: Language;
}

/** A title, a place, and more. */
type EventTexts = { readonly summary: string } & Pick<ICalEventData, 'location' | 'description'>;

/** The text of an event: customer, place and travel. */
function textsOf(row: DayRow, { published, since, announced, language }: EventContext): EventTexts {
  const { territory, words } = published;
  const { stop, legs, order } = row;
  if (stop === null || stop.type === 'break') return { summary: '' };
  if (stop.type === 'duty') return { summary: titlesOf(territory.policy).get(stop.duty)?.[language] ?? stop.duty, ...placeOf(stop) };
  const customer = territory.customers.find(({ id }) => id === stop.customer);
  const name = `${customer?.name ?? stop.customer}${visitNote(stop, customer, language)}`;
  const purposes = purposeNames(stop, language);
  const last = sinceName(since.get(stop.visit), stop, language);
  const purpose = purposes === '' ? [] : [`${phrases.purpose[language]}: ${purposes}`];
  if (stop.type === 'call')
    return {
      summary: `${phrases.call[language]}: ${name}`,
      ...withText([...purpose, announcedName(announced.get(stop.visit), language), last].filter((line) => line !== '')),
    };
  const packed = materialNames(materialsFor(territory, stop), language);
  const materials = packed === '' ? [] : [`${phrases.materials[language]}: ${packed}`];
  const way = sumOfLegs(legs, words, language);
  const journey =
    way === null
      ? []
      : [`${phrases.travelTo[language]}: ${way.modes}, ${hoursAndMinutes(way.travel)}, ${distanceName(way.distance, language)}`];
  const required = (stop.required ? phrases.required : phrases.optional)[language].toLowerCase();
  return {
    summary: `${order ?? ''} ${name}`,
    description: [
      `${stop.customer} · ${customer?.tier ?? ''} · ${required}`,
      ...purpose,
      ...materials,
      ...journey,
      ...(last === '' ? [] : [last]),
    ].join('\n'),
    ...placeOf(stop, customer?.name),
  };
}

/** The packing list of a day in words; empty where nothing is to be packed. */
function packingText({ territory }: PublishedPlan, planned: PlannedDay, language: Language): string {
  const packed = materialNames(packingList(territory, planned), language);
  return packed === '' ? '' : `${phrases.toPack[language]}: ${packed}`;
}

/** An event with a line before its description. */
function withFirst(line: string, texts: EventTexts): EventTexts {
  if (line === '') return texts;
  const rest = typeof texts.description === 'string' ? [texts.description] : [];
  return { ...texts, description: [line, ...rest].join('\n') };
}

const withText = (lines: readonly string[]) => (lines.length === 0 ? {} : { description: lines.join('\n') });

/** The place by name and as degrees, which maps on telephones open. */
function placeOf({ location: { lat, lng } }: Exclude<Stop, { type: 'break' }>, title = `${lat}, ${lng}`): Pick<ICalEventData, 'location'> {
  return { location: { title, geo: { lat, lon: lng } } };
}
