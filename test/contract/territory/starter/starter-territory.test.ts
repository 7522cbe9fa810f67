import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { tableNamed } from '../../../../src/contract/territory/table-names.ts';
import { readTerritory } from '../../../../src/contract/territory/read-territory.ts';
import { type StarterTerritory, starterTerritory } from '../../../../src/contract/territory/starter/starter-territory.ts';
import { visitsDue } from '../../../../src/demand/visits-due.ts';
import { addDays, day } from '../../../../src/domain/calendar.ts';
import type { Language } from '../../../../src/kernel/text.ts';
import { policies } from '../../../../src/policies/index.ts';
import { present } from '../../../../src/kernel/assert.ts';
import { findingsIn } from '../../../support/findings.ts';

// A Wednesday; the week after its own begins on Monday 2 November.
const today = day('2026-10-28');
const monday = day('2026-11-02');

const starterOf = (id: string, language: Language): StarterTerritory =>
  starterTerritory({
    id: 'riverside',
    policy: present(
      policies.find((policy) => policy.id === id),
      id,
    ),
    language,
    today,
  });

const filesOf = ({ facts, tables }: StarterTerritory): ReadonlyMap<string, string> =>
  new Map([
    ['territory.json', JSON.stringify(facts)],
    ...tables.map(({ name, rows }) => [`${tableNamed(name)}.csv`, stringify([...rows])] as const),
  ]);

describe('a territory to begin with', () => {
  it.each(policies.flatMap(({ id }) => [[id, 'en'] as const, [id, 'zh'] as const]))('has visits due under %s (%s)', (id, language) => {
    const files = filesOf(starterOf(id, language));
    expect(findingsIn(() => readTerritory(files))).toEqual([]);
    const territory = readTerritory(files);
    expect(territory.customers).toHaveLength(8);
    expect(visitsDue(territory, { first: monday, last: addDays(monday, 4) }).length).toBeGreaterThan(0);
  });

  it('says the same in both languages, but for names and places', () => {
    const [en, zh] = [starterOf('health-products', 'en'), starterOf('health-products', 'zh')].map((starter) =>
      readTerritory(filesOf(starter)),
    );
    const facts = (territory: typeof en) => ({
      tiers: territory?.customers.map(({ tier, tags, setting, hours, orderWeekday }) => ({ tier, tags, setting, hours, orderWeekday })),
      reps: territory?.reps.map(({ id, shifts, vehicles }) => ({ id, shifts, vehicles })),
      history: territory?.history,
      due: territory?.requests.map(({ due, source }) => ({ due, source })),
    });
    expect(facts(zh)).toEqual(facts(en));
  });

  it('is headed in its language', () => {
    expect(starterOf('check-in', 'en').tables.map(({ name, rows }) => [name, rows[0]?.slice(0, 4)])).toEqual([
      ['customers', ['id', 'name', 'lat', 'lng']],
      ['reps', ['id', 'name', 'post', 'role']],
      ['contacts', ['customer', 'id', 'name', 'role']],
      ['history', ['customer', 'day', 'kind', 'rep']],
      ['requests', ['id', 'customer', 'contact', 'kind']],
    ]);
    expect(starterOf('check-in', 'zh').tables.map(({ name, rows }) => [name, rows[0]?.slice(0, 4)])).toEqual([
      ['客户', ['编号', '名称', '纬度', '经度']],
      ['客户经理', ['编号', '姓名', '岗位', '角色']],
      ['联系人', ['客户', '编号', '姓名', '角色']],
      ['拜访记录', ['客户', '日期', '类型', '客户经理']],
      ['临时任务', ['编号', '客户', '联系人', '类型']],
    ]);
  });

  it('has history until today, and a request for the week that is planned', () => {
    const { history, requests } = readTerritory(filesOf(starterOf('check-in', 'en')));
    // Three whole weeks of eight visits, and of this one Monday and Tuesday: i % 5 is 0 for 0 and 5, 1 for 1 and 6.
    expect(history).toHaveLength(3 * 8 + 4);
    expect(Math.max(...history.map((visit) => visit.day))).toBe(day('2026-10-27'));
    expect(requests.map(({ due }) => due)).toEqual([{ first: monday, last: day('2026-11-06') }]);
  });

  it('has a rep for each post that the policy counts by, and the manager that it wants', () => {
    const { reps } = readTerritory(filesOf(starterOf('general', 'en')));
    expect(reps.map(({ id, post, role, manager }) => [id, post, role, manager])).toEqual([
      ['R1', 'senior-representative', 'rep', 'M1'],
      ['R2', 'representative', 'rep', 'M1'],
      ['M1', 'sales-manager', 'manager', null],
    ]);
  });
});
