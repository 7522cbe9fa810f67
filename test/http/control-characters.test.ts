import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanRequest } from '../../src/contract/service/plan-request.ts';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { ProblemDocument } from '../../src/contract/service/problem-document.ts';
import { ownPolicy } from '../contract/territory-files.ts';
import { aControl, controls, controlsIn, pathsOfTexts, withTextAt } from '../support/control-characters.ts';
import { aService, post, requestFor } from '../support/service.ts';

const place = { lat: 31.2, lng: 121.4 };

/** A request with a text in every field that takes one, except the prose that may have line breaks. */
const request = {
  territory: {
    id: 'hamlet',
    name: 'Hamlet',
    timeZone: 'Asia/Shanghai',
    setting: 'town',
    coordinates: 'wgs84',
    policy: {
      ...ownPolicy,
      title: { en: 'Rules', zh: '制度' },
      frequencies: [
        { id: 'monthly', tiers: ['A'], tags: ['red'], statuses: ['new'], contact: 'boss', count: { atLeast: 1 }, every: 'P1M' },
      ],
      duties: [{ id: 'office', title: 'Office', from: '08:00', until: '09:00' }],
      breaks: [{ id: 'lunch', title: { en: 'Lunch', zh: '午休' }, earliest: '11:30', latest: '13:30', length: 'PT30M' }],
      rules: [
        { rule: 'customer/frequency', price: 'PT20M', tag: 'stated' },
        { rule: 'day/duties', must: true },
      ],
      deadlines: [{ plan: 'week', due: 'On Fridays', by: { clock: '17:00' } }],
      fares: [{ mode: 'taxi', validFrom: '2026-01-01', currency: 'CNY', flagFall: 10 }],
    },
    calendar: {
      workdays: ['Mo', 'Tu'],
      holidays: [{ year: 2026, days: [{ name: '国庆节', date: '2026-10-01', isOffDay: true }] }],
      exceptions: [{ day: '2026-12-12', name: 'Fair', working: true }],
    },
    customers: [
      {
        id: 'c1',
        name: 'Corner shop',
        location: place,
        setting: 'town',
        tier: 'A',
        status: 'new',
        since: '2026-01-01',
        intent: 'clear',
        tags: ['red'],
        dwell: 'PT8M',
        hours: 'Mo-Su 08:00-20:00',
        closedDays: ['2026-12-24'],
        orderWeekday: 'Mo',
        companion: 'wu',
        requiredRep: 'r1',
        preferredRep: 'r1',
        area: 'north',
        line: 'blue',
        allowedModes: ['walk'],
      },
    ],
    reps: [
      {
        id: 'r1',
        name: 'Li',
        post: 'rep',
        role: 'rep',
        manager: 'm1',
        start: place,
        vehicles: ['e-bike'],
        modes: ['walk'],
        areas: ['north'],
        shifts: 'Mo-Fr 08:00-17:30',
        leave: ['2026-12-25'],
      },
      { id: 'm1', role: 'manager', start: place, vehicles: ['e-bike'], shifts: 'Mo-Fr 08:00-17:30' },
    ],
    contacts: [{ customer: 'c1', id: 'boss', name: 'Wang', role: 'boss', hours: 'Mo-Fr 09:00-12:00' }],
    companions: [{ id: 'wu', name: 'Wu', hours: 'Mo-Fr 09:00-17:00', daysOff: ['2026-12-24'] }],
    history: [{ customer: 'c1', day: '2026-11-02', kind: 'ordinary', rep: 'r1', contact: 'boss', request: 'q0', followUp: '2026-12-01' }],
    requests: [{ id: 'q1', customer: 'c1', kind: 'ordinary', source: 'order', from: '2026-12-07', deadline: '2026-12-11', rep: 'r1' }],
    campaigns: [{ id: 'fair', name: 'Fair', day: '2026-12-20', leadDays: { least: 1, most: 5 }, tiers: ['A'], tags: ['red'] }],
    commitments: [{ customer: 'c1', contact: 'boss', request: 'q1', day: '2026-12-08', rep: 'r1', at: '10:00', firmness: 'planned' }],
  },
  from: '2026-12-07',
  days: 5,
  work: 100,
} satisfies PlanRequest;

/** A document with a control character in one of its texts, or in the name of one of its fields. */
function spoilt(document: Readonly<Record<string, unknown>>) {
  const inText = fc
    .tuple(fc.constantFrom(...pathsOfTexts(document)), aControl)
    .map(([path, control]) => withTextAt(document, path, (text) => `${text.slice(0, 1)}${control}${text}`));
  const inName = aControl.map((control) => ({ ...document, [`na${control}me`]: 1 }));
  return fc.oneof({ weight: 9, arbitrary: inText }, { weight: 1, arbitrary: inName });
}

async function expectRefusal(answer: Response): Promise<ProblemDocument> {
  const text = await answer.text();
  expect({ status: answer.status, raw: controlsIn(text) }).toEqual({ status: 422, raw: [] });
  return ProblemDocument.parse(JSON.parse(text));
}

describe('a control character in a request', () => {
  it('is a finding in whatever text of a territory, and never comes back as it is', { timeout: 120_000 }, async () => {
    const { url } = await aService({ planning: { waiting: 100, waitingBytes: 64e6, shelf: { plans: 20, bytes: 64e6 } } });
    // Without one, the request has only findings of other kinds or none.
    const sound = await post(`${url}/v1/plans`, request);
    expect(await sound.text()).not.toContain('CONTROL_CHARACTER');
    await fc.assert(
      fc.asyncProperty(spoilt(request.territory), async (territory) => {
        await expectRefusal(await post(`${url}/v1/plans`, { ...request, territory }));
      }),
      { numRuns: 200 },
    );
  });

  it('is a finding in whatever text of a plan to be scored', { timeout: 120_000 }, async () => {
    const { url } = await aService();
    const { files } = requestFor('hamlet-4');
    const made = PlanDocument.parse(await (await post(`${url}/v1/plans`, requestFor('hamlet-4'), { prefer: 'wait=30' })).json());
    const { cost: _cost, kpis: _kpis, ...plan } = made.plan;
    const [day] = plan.days;
    const reasons = [{ rule: 'rule', sentence: { en: 'Too far', zh: '太远' } }];
    const late = { visit: 'h1/x', customer: 'h1', name: 'Shop', kind: 'ordinary', required: true, price: 1, reasons };
    const given = { ...plan, days: [day], unserved: [late] };
    expect((await post(`${url}/v1/evaluations`, { files, plan: given })).status).toBe(200);
    await fc.assert(
      fc.asyncProperty(spoilt(given), async (spoiltPlan) => {
        await expectRefusal(await post(`${url}/v1/evaluations`, { files, plan: spoiltPlan }));
      }),
      { numRuns: 200 },
    );
  });

  it('is named with its place, and shown', async () => {
    const { url } = await aService();
    const territory = withTextAt(request.territory, ['customers', '0', 'name'], () => 'Corner\u001b[2J\u202eshop');
    const { errors } = await expectRefusal(await post(`${url}/v1/plans`, { ...request, territory }));
    expect(errors).toContainEqual({
      code: 'CONTROL_CHARACTER',
      in: 'body',
      pointer: '/territory/customers/0/name',
      message: 'This text has the control character U+001B',
      value: String.raw`Corner\u001b[2J\u202eshop`,
      hint: 'Delete it, or write a space instead.',
    });
  });

  it('never comes back from a table, the name of a file or the address', async () => {
    const { url } = await aService();
    const all = controls.join('');
    const { files, ...rest } = requestFor('hamlet-4');
    const broken = {
      ...files,
      'customers.csv': `id,lat,lng,tier,na"${all}"me\n"c${all}1",31.2,"${all}",A\n`,
      [`reps(${all}).csv`]: 'id\n',
    };
    await expectRefusal(await post(`${url}/v1/plans`, { ...rest, files: broken }));
    const answers = await Promise.all(
      controls.flatMap((control) => {
        const path = encodeURIComponent(`x${control}y`);
        return [fetch(`${url}/v1/plans/${path}`), fetch(`${url}/${path}`), fetch(`${url}/?language=${path}&${path}=1`)];
      }),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts.flatMap((text) => controlsIn(text))).toEqual([]);
    expect(answers.filter(({ status }) => status >= 500 || status < 400).map(({ status, url: at }) => `${status} ${at}`)).toEqual([]);
  });
});
