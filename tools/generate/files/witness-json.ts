import { formatDay } from '../../../src/domain/calendar.ts';
import { present } from '../../../src/kernel/assert.ts';
import type { Draft } from '../draft.ts';
import { round } from '../map/plane.ts';
import { type RepMonth, loadOf } from '../witness/rep-month.ts';

/** The text of `witness.json`: for each rep the load and, one line a day, the visits in order; and the calls. */
export function witnessJson({ spec, witness }: Draft): string {
  const reps = witness.reps.map((rep) => `    ${JSON.stringify(rep.rep.id)}: ${repJson(rep)}`).join(',\n');
  const [from, to] = [spec.month.first, spec.month.last].map(formatDay);
  const calls = witness.calls.map(({ series: { customer, contact, dwell }, rep, day }) => {
    const met = contact === null ? {} : { contact: contact.id };
    return JSON.stringify({ rep, day: formatDay(day), customer: customer.id, ...met, minutes: dwell / 60 });
  });
  const called = calls.length === 0 ? '' : `,\n  "calls": [\n    ${calls.join(',\n    ')}\n  ]`;
  return `{\n  "from": "${from}",\n  "to": "${to}",\n  "reps": {\n${reps}\n  }${called}\n}\n`;
}

function repJson(rep: RepMonth): string {
  const days = rep.days.map(({ repDay }, d) => `        "${formatDay(repDay.day)}": ${JSON.stringify(stopsOf(rep, d))}`);
  return `{\n      "load": ${round(loadOf(rep), 3)},\n      "days": {\n${days.join(',\n')}\n      }\n    }`;
}

/** An ordinary visit of no contact and no request is the customer's id. */
function stopsOf({ orders, due }: RepMonth, d: number): readonly (string | Readonly<Record<string, string>>)[] {
  return (orders[d] ?? []).map((n) => {
    const { customer, kind, contact, origin } = present(due[n - 1], 'series').series;
    const request = origin.by === 'request' ? origin.request.id : null;
    if (kind === 'ordinary' && contact === null && request === null) return customer.id;
    return { customer: customer.id, kind, ...(contact === null ? {} : { contact: contact.id }), ...(request === null ? {} : { request }) };
  });
}
