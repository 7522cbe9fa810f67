import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PlanDocument } from '../../src/contract/plan/plan-document.ts';
import { filesWith, withPolicy } from '../contract/territory-files.ts';
import { beatplan, folderOf } from './beatplan.ts';

const never = { frequencies: [{ id: 'never', tags: ['nobody'], count: { exactly: 1 }, every: 'P1W' }] };

describe('a week in which no visit is due', () => {
  it('is an empty plan and no error, so that scripts go on', async () => {
    const folder = await folderOf(filesWith(withPolicy(never)));
    const args = ['plan', '.', '--from', '2026-12-07', '--days', '5', '--work', '10', '--workers', '1', '-o', 'out'];
    const { code, stderr } = await beatplan(args, folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('No visit is due on these days') });
    const { plan } = PlanDocument.parse(JSON.parse(await readFile(join(folder, 'out', 'plan.json'), 'utf8')));
    expect(plan.days.flatMap(({ stops }) => stops.filter(({ type }) => type === 'visit'))).toEqual([]);
    const next = ['plan', '.', '--from', '2026-12-14', '--days', '5', '--work', '10', '--workers', '1', '--after', 'out'];
    expect(await beatplan(next, folder)).toMatchObject({ code: 0 });
  });
});
