import { type DayRange, formatDay } from '../../../src/domain/calendar.ts';
import type { Customer, Setting } from '../../../src/domain/customer.ts';
import type { Draft } from '../draft.ts';
import { round } from '../map/plane.ts';
import { type RepMonth, fullness, loadOf } from '../witness/rep-month.ts';

/** A column of the table of reps. */
interface Column {
  readonly heading: string;
  readonly cell: (rep: RepMonth) => string | number;
}

/** The parts in which READMEs differ. */
interface Parts {
  /** The kinds of things that are made up. */
  readonly madeUp: string;
  readonly columns: readonly Column[];
  readonly notes: readonly string[];
  readonly travel: string;
}

/** The `README.md` of a territory of a team. */
export function teamReadme(draft: Draft): string {
  const { spec } = draft;
  const tiers = spec.policy.tiers.map(({ id }) => id);
  const hasRoom = spec.horizons.every(({ unserved }) => unserved === 0);
  const shows = hasRoom
    ? `is a plan of ${period(spec.month)} that keeps every must, every frequency, every request and every daily minimum. It shows that there is room; good plans travel less.`
    : 'is a plan that leaves out no more than has to be left out. It shows that the bound proven here is reached.';
  return readme(draft, {
    madeUp: 'place, company or person',
    columns: [
      { heading: 'post', cell: ({ rep }) => rep.post },
      { heading: 'customers', cell: (rep) => countOf(rep, () => true) },
      ...tiers.map((tier): Column => ({ heading: tier, cell: (rep) => countOf(rep, (customer) => customer.tier === tier) })),
      visits,
      fieldHours,
      load,
    ],
    notes: [
      '*Load* is that of the witness: time with customers, on the way, waiting and on the telephone ÷ field time.',
      `\`witness.json\` ${shows}`,
      `\`history.csv\` holds ${draft.territory.history.length} visits and calls up to ${formatDay(spec.historyUntil)}.`,
      ...spec.notes,
    ],
    travel: '',
  });
}

/** The `README.md` of a territory of beats. */
export function beatsReadme(draft: Draft): string {
  const { spec, territory } = draft;
  const tagged = (tag: string) => (rep: RepMonth) => countOf(rep, ({ tags }) => tags.includes(tag));
  const ofTier = (rep: RepMonth) => (tier: string) => countOf(rep, (customer) => customer.tier === tier);
  return readme(draft, {
    madeUp: 'town, shop or person',
    columns: [
      { heading: 'setting', cell: ({ due }) => settingOf(due) },
      { heading: 'customers', cell: (rep) => countOf(rep, () => true) },
      { heading: 'A / B / C', cell: (rep) => ['A', 'B', 'C'].map(ofTier(rep)).join(' / ') },
      { heading: 'weekly', cell: tagged('collection-point') },
      { heading: 'volatile, enterprise', cell: (rep) => ['volatile', 'enterprise'].map((tag) => tagged(tag)(rep)).join(', ') },
      visits,
      {
        heading: 'minimum',
        cell: ({ days, limits, due }) =>
          round(
            days.reduce((sum, { repDay }) => sum + limits.fewest[settingOf(due)] * fullness(repDay), 0),
            1,
          ),
      },
      fieldHours,
      load,
    ],
    notes: [
      `*Visits in the month* are those that the frequencies ask for in ${period(spec.month)}; *minimum* is the sum of the policy's daily minimums, in proportion where office duties take part of a day.`,
      '*Load* is that of the witness: time with customers, on the way and waiting ÷ field time.',
      '`witness.json` is a plan of the month that keeps every must, every frequency, every gap and every daily minimum. It shows that there is room; good plans travel less.',
      `\`history.csv\` holds ${territory.history.length} visits up to ${formatDay(spec.historyUntil)}. A few visits of the last days of November were missed, and a few customers are new.`,
    ],
    travel: travelOf(draft),
  });
}

function travelOf({ territory: { reps } }: Draft): string {
  const vehicles = new Set(reps.flatMap((rep) => rep.vehicles));
  const onFoot = reps.some(({ modes }) => modes.includes('walk'));
  const witness = vehicles.size > 1 || onFoot ? '; the witness goes by e-bike only' : '';
  return `; travel by ${[...vehicles].join(' or ')}${onFoot ? ' and on foot' : ''} at the planner's own estimate${witness}`;
}

function readme({ spec, witness }: Draft, { madeUp, columns, notes, travel }: Parts): string {
  const rows = witness.reps.map((rep) => [`${rep.rep.id} ${rep.rep.name}`, ...columns.map(({ cell }) => cell(rep))]);
  const table = [['rep', ...columns.map(({ heading }) => heading)], ['---', ...columns.map(() => '---')], ...rows];
  const keeps = spec.horizons.map(({ file, days }) => `\`${file}\` says what every good plan for ${period(days)} keeps.`);
  return `# ${spec.id}: ${spec.name}

${spec.purpose}
Everything in it is made up: no such ${madeUp} exists. Coordinates are WGS-84.

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

${[...notes, ...keeps].map((note) => `- ${note}`).join('\n')}

Policy \`${spec.policy.id}\`, version ${spec.policy.version}${travel}. Written by the generator from seed ${spec.seed}; change the generator, not these files.
`;
}

const visits: Column = { heading: 'visits in the month', cell: ({ orders }) => orders.reduce((sum, order) => sum + order.length, 0) };
const fieldHours: Column = {
  heading: 'field hours',
  cell: ({ days }) => round(days.reduce((sum, { repDay }) => sum + repDay.fieldTime, 0) / 3600, 1),
};
const load: Column = { heading: 'load', cell: (rep) => `${round(loadOf(rep) * 100, 1)} %` };

/** Customers whom a rep visits in the month. */
function countOf({ due }: RepMonth, fits: (customer: Customer) => boolean): number {
  return [...new Set(due.map(({ series }) => series.customer))].filter(fits).length;
}

const settingOf = (due: RepMonth['due']): Setting => due[0]?.series.customer.setting ?? 'town';

const period = ({ first, last }: DayRange): string => `${formatDay(first)} to ${formatDay(last)}`;
