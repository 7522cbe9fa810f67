import { formatDay } from '../../../src/domain/calendar.ts';
import type { TeamHorizon } from '../spec.ts';

/** The text of an `expect.json`, with one expectation a line. */
export function expectJson(territory: string, { title, days, expectations, unserved }: TeamHorizon): string {
  const about = unserved === 0 ? 'The witness shows that there is room for all' : 'There is room for no more, as the README proves';
  const all = [...expectations, { kind: 'unservedRequired', about, exactly: unserved }];
  const horizon = { from: formatDay(days.first), days: days.last - days.first + 1 };
  const lines = all.map((expectation) => `    ${JSON.stringify(expectation)}`).join(',\n');
  const name = JSON.stringify(`${territory}: ${title}`);
  return `{\n  "title": ${name},\n  "horizon": ${JSON.stringify(horizon)},\n  "expectations": [\n${lines}\n  ]\n}\n`;
}
