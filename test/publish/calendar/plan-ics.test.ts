import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../../src/domain/calendar.ts';
import { repId, visitId } from '../../../src/kernel/ids.ts';
import { planIcs } from '../../../src/publish/calendar/plan-ics.ts';
import type { PublishedPlan } from '../../../src/publish/published-plan.ts';
import { hamletPlan, publishedHamlet } from '../hamlet-plan.ts';

const madeAt = Temporal.Instant.from('2026-11-24T10:00:00Z');
const [rep = repId('r1')] = publishedHamlet.territory.reps.map(({ id }) => id);

/** The plan with its first day on another date, in another zone. */
function on(date: Day, timeZone: string): PublishedPlan {
  const [first, ...others] = hamletPlan.days;
  const days = first === undefined ? [] : [{ ...first, day: date }, ...others.slice(1)];
  return { ...publishedHamlet, plan: { ...hamletPlan, timeZone, days } };
}

/** The events as a parser that is none of ours reads them. */
function eventsOf(published: PublishedPlan, language: 'en' | 'zh' = 'en') {
  const calendar = new ICAL.Component(ICAL.parse(planIcs(published, { rep, language, madeAt })));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, location, startDate, endDate } = new ICAL.Event(component);
    return { uid, summary, location, start: startDate.toJSDate().toISOString(), end: endDate.toJSDate().toISOString() };
  });
}

/** A text of RFC 5545 as it was before it was escaped. */
const unescaped = (text: string) => text.replaceAll(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));

describe('planIcs', () => {
  it.each([
    // The hamlet's first visit starts at 08:40 by local clocks, whatever their offset is that day.
    ['Asia/Shanghai', '2026-12-07', '2026-12-07T00:40:00.000Z'],
    ['Europe/Berlin', '2026-10-24', '2026-10-24T06:40:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T07:40:00.000Z'],
    ['America/New_York', '2026-10-31', '2026-10-31T12:40:00.000Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T13:40:00.000Z'],
  ])('means the same instant as the plan: %s on %s', (zone, date, start) => {
    const events = eventsOf(on(day(date), zone));
    expect(events[1]).toMatchObject({ uid: 'c1/monthly/1@hamlet.beatplan', summary: '1 =便民超市', start });
  });

  it('has the rep’s duties and visits in order, without breaks and without other reps', () => {
    const events = eventsOf(publishedHamlet);
    expect(events.map(({ summary }) => summary)).toEqual(['Morning meeting', '1 =便民超市', '2 Mill', 'Morning meeting']);
    expect(eventsOf(publishedHamlet, 'zh')[0]?.summary).toBe('晨会');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(planIcs(publishedHamlet, { rep: repId('r9'), language: 'en', madeAt })).not.toContain('VEVENT');
  });

  it('escapes every text, names of calendars and ids of events among them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ';', ',', '\\', ':', '"', '\n', '\r', '超') }), (odd) => {
        const name = `n${odd}n`;
        const { territory, plan } = publishedHamlet;
        const reps = territory.reps.map((one) => ({ ...one, name }));
        const customers = territory.customers.map((one) => ({ ...one, name, tier: name }));
        const days = plan.days.map((one) => ({
          ...one,
          stops: one.stops.map((stop) => (stop.type === 'visit' ? { ...stop, visit: visitId(`${name}/${stop.visit}`) } : stop)),
        }));
        const published = { ...publishedHamlet, territory: { ...territory, name, reps, customers }, plan: { ...plan, days } };
        const text = planIcs(published, { rep, language: 'en', madeAt });
        const lines = text.replaceAll('\r\n ', '').split('\r\n');
        expect(lines.filter((line) => !/^[A-Z-]+[;:].*$/.test(line) && line !== '')).toEqual([]);
        const calendar = new ICAL.Component(ICAL.parse(text));
        const plain = name.replaceAll(/\r\n?/g, '\n');
        // The parser knows no names of calendars and leaves them as they are.
        expect(unescaped(String(calendar.getFirstPropertyValue('x-wr-calname')))).toBe(`${plain} · ${plain}`);
        expect(calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('uid'))).toContain(
          `${plain}/c1/monthly/1@hamlet.beatplan`,
        );
        expect(calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('location'))).toContain(plain);
      }),
      { numRuns: 100 },
    );
  });

  it('says how to get there, and keeps its lines short as calendars ask', () => {
    const text = planIcs(publishedHamlet, { rep, language: 'zh', madeAt });
    expect(text).toContain('DTSTAMP:20261124T100000Z');
    expect(text).toMatch(/GEO:/);
    expect(text.replaceAll('\r\n ', '')).toMatch(/电动自行车/);
    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  });

  it('has a higher sequence number in a later plan, so that calendars take what has moved', () => {
    const sequencesAt = (made: string) => {
      const text = planIcs(publishedHamlet, { rep, language: 'en', madeAt: Temporal.Instant.from(made) });
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      return [...new Set(events.map((event) => Number(event.getFirstPropertyValue('sequence'))))];
    };
    const [[first = 0, ...others], [later = 0]] = [sequencesAt('2026-11-24T10:00:00Z'), sequencesAt('2026-11-24T10:00:05Z')];
    expect({ others, step: later - first }).toEqual({ others: [], step: 5 });
  });

  it('is valid without events, too: some component is there', () => {
    const empty = { ...publishedHamlet, plan: { ...hamletPlan, days: [] } };
    const text = planIcs(empty, { rep, language: 'en', madeAt });
    const components = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents();
    expect(components.map(({ name }) => name)).toEqual(['vtimezone']);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
