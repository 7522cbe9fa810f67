import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { beatplan, folderOf } from './beatplan.ts';

describe('beatplan rules', () => {
  it('lists the catalogue, one rule a line', async () => {
    const { code, stdout } = await beatplan(['rules']);
    expect(code).toBe(0);
    const [headings, ...lines] = stdout.slice(0, stdout.indexOf('\n\n')).split('\n');
    expect(headings).toMatch(/^Rule +Title +A policy makes it$/);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(rules.map(({ id }) => id));
    expect(lines.find((line) => line.startsWith('leg/walk-limit'))).toMatch(
      /Walks stay short +must or priced per minute walked over the limit$/,
    );
  });

  it('explains one rule with its parameters and an example', async () => {
    const { stdout } = await beatplan(['rules', 'day/fewest-visits']);
    expect(stdout).toContain('By default: A full day in the field has at least 30 visits in town or 25 in the country.');
    expect(stdout).toContain('A policy makes it: priced per missing visit in town');
    expect(stdout).toMatch(/ {2}Name {5}Type {9}Default {2}Meaning\n {2}town {5}count 1–200 {2}30 {7}\S/);
    expect(stdout).toContain(
      'In policy.json, under "rules":\n  { "rule": "day/fewest-visits", "price": "PT30M", "town": 30, "country": 25, "walkIns": false }\n',
    );
    expect(stdout).toContain('with PT30M, each missing visit in town is as bad as 30 minutes of work.');
  });

  it('shows a rule at a price and as a must where it can be both, a minute at less than a visit', async () => {
    expect((await beatplan(['rules', 'leg/walk-limit'])).stdout).toContain(`one of:
  { "rule": "leg/walk-limit", "price": "PT2M", "most": "PT5M" }
  { "rule": "leg/walk-limit", "must": true, "most": "PT5M" }
`);
    const must = (await beatplan(['rules', 'stop/closed-days'])).stdout;
    expect(must).toContain('"rules":\n  { "rule": "stop/closed-days", "must": true }\n');
    expect(must).not.toContain('price');
  });

  it('explains in Chinese', async () => {
    const { stdout } = await beatplan(['rules', 'day/fewest-visits', '--language', 'zh']);
    expect(stdout).toContain('默认：完整外勤日城区不少于30户，农村不少于25户。');
  });

  it('tells machines in JSON', async () => {
    expect(JSON.parse((await beatplan(['rules', 'leg/walk-limit', '--json'])).stdout)).toMatchObject({
      rule: 'leg/walk-limit',
      canBeMust: true,
    });
    expect(JSON.parse((await beatplan(['rules', '--json'])).stdout)).toHaveLength(rules.length);
  });

  it('shows all that a policy holds to, with tags and where each entry comes from', async () => {
    const { stdout } = await beatplan(['rules', '--policy', 'tobacco']);
    expect(stdout).toMatch(/^ {2}stop\/dwell-minimum +must +stated +preset +A visit lasts at least 8 min\.$/m);
    expect(stdout).toMatch(/^ {2}morning-meeting +stated +preset +Morning meeting: every day 08:00 to 08:10$/m);
    const folder = await folderOf(
      new Map([
        [
          'own.json',
          JSON.stringify({ extends: 'tobacco', remove: ['plan/visit-lines'], duties: [{ id: 'morning-meeting', until: '08:20' }] }),
        ],
      ]),
    );
    const own = (await beatplan(['rules', '--policy', './own.json'], folder)).stdout;
    expect(own).toContain('\nExtends the preset tobacco\nLeft out: plan/visit-lines\n');
    expect(own).toMatch(/^ {2}morning-meeting +added +changed +Morning meeting: every day 08:00 to 08:20$/m);
    expect((await beatplan(['rules', '--policy', './own.json', '--language', 'zh'], folder)).stdout).toContain('不采用：plan/visit-lines');
    expect(JSON.parse((await beatplan(['rules', '--policy', './own.json', '--json'], folder)).stdout)).toMatchObject({
      policy: { id: 'tobacco' },
      origins: { duties: { 'morning-meeting': 'changed' } },
      leftOut: ['plan/visit-lines'],
    });
  });

  it('guesses which rule was meant', async () => {
    expect(await beatplan(['rules', 'day/fewest'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'beatplan rules: There is no such rule (day/fewest). Did you mean "day/fewest-visits"?\n',
    });
  });
});
