import { describe, expect, it } from 'vitest';
import { writePlan } from '../../../src/contract/plan/write-plan.ts';
import { PlanDocument } from '../../../src/contract/plan/plan-document.ts';
import { requestId } from '../../../src/kernel/ids.ts';
import { aContact } from '../../support/builders.ts';
import { hamlet, hamletKpis, hamletPlan, publishedHamlet } from '../../publish/hamlet-plan.ts';

const document = writePlan(hamletPlan, { territory: hamlet, cost: publishedHamlet.cost, kpis: hamletKpis, run: { seed: 1 } });
const { plan } = document;

describe('writePlan', () => {
  it('is what its schema says', () => {
    expect(PlanDocument.safeParse(document).error?.issues ?? []).toEqual([]);
  });

  it('says what was planned, and keeps how the run went apart', () => {
    expect(plan).toMatchObject({
      territory: 'hamlet',
      policy: { id: 'hamlet', version: '1' },
      horizon: { from: '2026-12-07', to: '2026-12-08' },
      timeZone: 'Asia/Shanghai',
      cost: { total: 27_245, travel: 1805, waiting: 3840, byRule: { 'customer/frequency': 21_600 } },
    });
    expect(document.run).toEqual({ seed: 1 });
  });

  it('writes stops with instants in the time zone of the territory', () => {
    expect(plan.days[0]?.stops[1]).toEqual({
      type: 'visit',
      visit: 'c1/monthly/1',
      customer: 'c1',
      name: '=便民超市',
      kind: 'ordinary',
      required: true,
      location: { lat: 31.01, lng: 121 },
      arrival: '2026-12-07T08:40:00+08:00',
      start: '2026-12-07T08:40:00+08:00',
      end: '2026-12-07T08:48:00+08:00',
    });
  });

  it('writes the contact and the request of a visit', () => {
    const contact = aContact({ id: 'li', name: 'Li Wei' });
    const customers = hamlet.customers.map((customer) => ({ ...customer, contacts: [contact] }));
    const days = hamletPlan.days.map((day) => ({
      ...day,
      stops: day.stops.map((stop) =>
        stop.type === 'visit'
          ? { ...stop, kind: 'return' as const, contact: contact.id, answers: [{ request: requestId('q1'), purpose: 'Broken fridge' }] }
          : stop,
      ),
    }));
    const surroundings = { territory: { ...hamlet, customers }, cost: publishedHamlet.cost, kpis: hamletKpis, run: {} };
    expect(writePlan({ ...hamletPlan, days }, surroundings).plan.days[0]?.stops[1]).toMatchObject({
      kind: 'return',
      contact: { id: 'li', name: 'Li Wei', role: 'leader' },
      request: 'q1',
      answers: [{ request: 'q1', purpose: 'Broken fridge' }],
    });
  });

  it('writes duties and breaks with their titles', () => {
    expect(plan.days[1]?.stops).toMatchObject([
      { type: 'duty', duty: 'meeting', title: { en: 'Morning meeting', zh: '晨会' }, end: '2026-12-08T08:30:00+08:00' },
      { type: 'break', break: 'lunch', title: { en: 'Lunch', zh: '午休' }, start: '2026-12-08T11:30:00+08:00' },
    ]);
  });

  it('writes legs with their travel as a duration and their distance in metres', () => {
    // 725 seconds are 12 minutes and 5 seconds.
    expect(plan.days[0]?.legs[2]).toEqual({
      mode: 'e-bike',
      from: { lat: 31.02, lng: 121 },
      to: { lat: 31, lng: 121 },
      depart: '2026-12-07T10:08:00+08:00',
      arrive: '2026-12-07T10:20:05+08:00',
      travel: 'PT12M5S',
      distance: 3160,
      source: 'by hand',
    });
  });

  it('writes where the vehicle is parked, and why a cheaper mode is not used', () => {
    const [monday] = hamletPlan.days;
    const legs = monday?.legs.map((leg) => ({
      ...leg,
      mode: 'walk',
      parked: leg.from,
      cheaper: { mode: 'bus', because: 'late' } as const,
    }));
    const days = monday === undefined || legs === undefined ? [] : [{ ...monday, legs }];
    const written = writePlan({ ...hamletPlan, days }, { territory: hamlet, cost: publishedHamlet.cost, kpis: hamletKpis, run: {} });
    expect(written.plan.days[0]?.legs[1]).toMatchObject({ parked: { lat: 31.01, lng: 121 }, cheaper: { mode: 'bus', because: 'late' } });
    expect(PlanDocument.safeParse(written).error?.issues ?? []).toEqual([]);
  });

  it('leaves out what there is not', () => {
    const walking = { ...hamletPlan, days: hamletPlan.days.map((day) => ({ ...day, vehicle: null })) };
    const [day] = writePlan(walking, { territory: hamlet, cost: publishedHamlet.cost, kpis: hamletKpis, run: {} }).plan.days;
    expect(day).not.toHaveProperty('vehicle');
    expect(plan.kpis.days[1]).not.toHaveProperty('firstStart');
    expect(JSON.stringify(document)).not.toContain('null');
  });

  it('writes figures in durations and clock times', () => {
    expect(plan.kpis.repDays[0]).toMatchObject({
      rep: 'r1',
      day: '2026-12-07',
      travel: 'PT30M5S',
      waiting: 'PT1H4M',
      firstStart: '08:40',
      lastEnd: '10:20:05',
    });
  });

  it('writes unserved visits with reasons in both languages', () => {
    expect(plan.unserved).toEqual([
      {
        visit: 'c3/monthly/1',
        customer: 'c3',
        name: 'c3',
        kind: 'ordinary',
        required: true,
        need: 'required',
        price: 21_600,
        reasons: [
          {
            class: 'never-fits',
            rule: 'stop/opening-hours',
            because: ['visiting-hours'],
            sentence: { en: expect.any(String), zh: expect.any(String) },
          },
        ],
      },
    ]);
  });

  it('writes equal plans as equal bytes, whatever the order in which costs were found', () => {
    const write = (byRule: Readonly<Record<string, number>>) =>
      JSON.stringify(writePlan(hamletPlan, { territory: hamlet, cost: { ...publishedHamlet.cost, byRule }, kpis: hamletKpis, run: {} }));
    expect(write({ 'a/x': 1, 'b/y': 2 })).toBe(write({ 'b/y': 2, 'a/x': 1 }));
  });
});
