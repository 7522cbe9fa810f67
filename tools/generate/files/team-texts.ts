import { type DayRange, formatDay, holds } from '../../../src/domain/calendar.ts';
import type { Territory } from '../../../src/domain/territory.ts';
import { round } from '../map/plane.ts';
import type { TeamHorizon, TeamSpec } from '../spec.ts';
import type { TeamMonth } from '../team/plan-team.ts';
import { type RepMonth, loadOf } from '../team/rep-month.ts';

/** A territory of a team with its witness. */
export interface TeamDraft {
  readonly spec: TeamSpec;
  readonly territory: Territory;
  readonly witness: TeamMonth;
}

/** The text of an `expect.json`. */
export function teamExpectations({ spec }: TeamDraft, { title, days, expectations, unserved }: TeamHorizon): string {
  const about = unserved === 0 ? 'The witness shows that there is room for all' : 'There is room for no more, as the README proves';
  const all = [...expectations, { kind: 'unservedRequired', about, exactly: unserved }];
  const horizon = { from: formatDay(days.first), days: days.last - days.first + 1 };
  const lines = all.map((expectation) => `    ${JSON.stringify(expectation)}`).join(',\n');
  const name = JSON.stringify(`${spec.name}: ${title}`);
  return `{\n  "title": ${name},\n  "horizon": ${JSON.stringify(horizon)},\n  "expectations": [\n${lines}\n  ]\n}\n`;
}

/** The text of `witness.json`: for each rep the load and, one line a day, what is done in which order; and the calls. */
export function teamWitnessJson({ spec, witness }: TeamDraft): string {
  const reps = witness.reps.map((rep) => `    ${JSON.stringify(rep.rep.id)}: ${repJson(rep)}`).join(',\n');
  const [from, to] = [spec.month.first, spec.month.last].map(formatDay);
  const calls = witness.calls.map(({ errand: { customer, contact, dwell }, rep, day }) => {
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

/** A plain visit is the customer's id. */
function stopsOf({ orders, errands }: RepMonth, d: number): readonly (string | Readonly<Record<string, string>>)[] {
  return (orders[d] ?? []).flatMap((n): readonly (string | Readonly<Record<string, string>>)[] => {
    const errand = errands[n - 1];
    if (errand === undefined) return [];
    const { customer, kind, contact, request } = errand;
    if (kind === 'ordinary' && contact === null && request === null) return [customer.id];
    return [
      { customer: customer.id, kind, ...(contact === null ? {} : { contact: contact.id }), ...(request === null ? {} : { request }) },
    ];
  });
}

/** The text of a territory's `README.md`: what it is, its figures, how it came about. */
export function teamReadme({ spec, territory, witness }: TeamDraft): string {
  const tiers = spec.policy.tiers.map(({ id }) => id);
  const rows = witness.reps.map((rep) => rowOf(rep, tiers, spec.month));
  const keeps = spec.horizons.map(({ file, days }) => `- \`${file}\` says what every good plan for ${period(days)} keeps.`);
  const isFull = spec.horizons.every(({ unserved }) => unserved === 0);
  const shows = isFull
    ? `is a plan of ${period(spec.month)} that keeps every must, every frequency, every request and every daily minimum. It shows that there is room; good plans travel less.`
    : 'is a plan that leaves out no more than has to be left out. It shows that the bound proven here is reached.';
  return `# ${spec.id}: ${spec.name}

${spec.purpose}
Everything in it is made up: no such place, company or person exists. Coordinates are WGS-84.

| rep | post | customers ${tiers.map((tier) => `| ${tier} `).join('')}| visits in the month | field hours | load |
| --- | --- | --- ${tiers.map(() => '| --- ').join('')}| --- | --- | --- |
${rows.join('\n')}

- *Load* is that of the witness: time with customers, on the way, waiting and on the telephone ÷ field time.
- \`witness.json\` ${shows}
- \`history.csv\` holds ${territory.history.length} visits and calls up to ${formatDay(spec.historyUntil)}.
${[...spec.notes.map((note) => `- ${note}`), ...keeps].join('\n')}

Policy \`${spec.policy.id}\`, version ${spec.policy.version}. Written by the generator from seed ${spec.seed}; change the generator, not these files.
`;
}

function rowOf(rep: RepMonth, tiers: readonly string[], month: DayRange): string {
  const customers = [...new Set(rep.errands.map(({ customer }) => customer))];
  const days = rep.days.filter(({ repDay }) => holds(month, repDay.day));
  const cells = [
    `${rep.rep.id} ${rep.rep.name}`,
    rep.rep.post,
    customers.length,
    ...tiers.map((tier) => customers.filter((customer) => customer.tier === tier).length),
    rep.orders.reduce((sum, order) => sum + order.length, 0),
    round(days.reduce((sum, { repDay }) => sum + repDay.fieldTime, 0) / 3600, 1),
    `${round(loadOf(rep) * 100, 1)} %`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const period = ({ first, last }: DayRange): string => `${formatDay(first)} to ${formatDay(last)}`;
