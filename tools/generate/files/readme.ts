import { type DayRange, formatDay, holds } from '../../../src/domain/calendar.ts';
import type { Draft } from '../draft.ts';
import type { LaidOutBeat } from '../lay-out-beat.ts';
import { round } from '../map/plane.ts';
import type { BeatSpec, BeatsSpec } from '../spec.ts';

/** The text of a territory's `README.md`: what it is, its figures, how it came about. */
export function readmeOf(draft: Draft): string {
  const { spec, territory } = draft;
  const rows = draft.beats.map((beat, i) => rowOf(beat, spec.beats[i], spec.month));
  return `# ${spec.id}: ${spec.name}

${spec.purpose}
Everything in it is made up: no such town, shop or person exists. Coordinates are WGS-84.

| rep | setting | customers | A / B / C | weekly | volatile, enterprise | visits in the month | minimum | field hours | load |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

- *Visits in the month* are those that the frequencies ask for in ${period(spec.month)}; *minimum* is the sum of the policy's daily minimums, in proportion where office duties take part of a day.
- *Load* is that of the witness: time with customers, on the way and waiting ÷ field time.
- \`witness.json\` is a plan of the month that keeps every must, every frequency, every gap and every daily minimum. It shows that there is room; good plans travel less.
- \`history.csv\` holds ${territory.history.length} visits up to ${formatDay(spec.historyUntil)}. A few visits of the last days of November were missed, and a few customers are new.
${spec.horizons.map(({ file, days }) => `- \`${file}\` says what every good plan for ${period(days)} keeps.`).join('\n')}

Policy \`${spec.policy.id}\`, version ${spec.policy.version}; travel ${travelOf(spec)}. Written by the generator from seed ${spec.seed}; change the generator, not these files.
`;
}

function travelOf({ beats }: BeatsSpec): string {
  const vehicles = new Set(beats.flatMap((beat) => beat.vehicles));
  const onFoot = beats.some(({ modes }) => modes.includes('walk'));
  const witness = vehicles.size > 1 || onFoot ? '; the witness goes by e-bike only' : '';
  return `by ${[...vehicles].join(' or ')}${onFoot ? ' and on foot' : ''} at the planner's own estimate${witness}`;
}

function rowOf({ rep, shops, month, minimum }: LaidOutBeat, spec: BeatSpec | undefined, range: DayRange): string {
  const count = (fits: (shop: LaidOutBeat['shops'][number]) => boolean) => shops.filter(fits).length;
  const ofTier = (tier: string) => count(({ customer }) => customer.tier === tier);
  const tagged = (tag: string) => count(({ customer }) => customer.tags.includes(tag));
  const days = month.days.filter(({ day }) => holds(range, day));
  const cells = [
    `${rep.id} ${rep.name}`,
    spec?.setting ?? '',
    shops.length,
    ['A', 'B', 'C'].map(ofTier).join(' / '),
    tagged('collection-point'),
    `${tagged('volatile')}, ${tagged('enterprise')}`,
    month.rounds.reduce((sum, stops) => sum + stops.length, 0),
    round(minimum, 1),
    round(days.reduce((sum, { fieldTime }) => sum + fieldTime, 0) / 3600, 1),
    `${round(month.load * 100, 1)} %`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const period = ({ first, last }: DayRange): string => `${formatDay(first)} to ${formatDay(last)}`;
