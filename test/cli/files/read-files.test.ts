import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../src/cli/files/read-files.ts';
import { folderOf } from '../beatplan.ts';
import { PlanningError } from '../../../src/kernel/finding.ts';

describe('readFiles', () => {
  it('reads the known files of a folder and the holidays that are named, and no others', async () => {
    const folder = await folderOf(
      new Map([
        ['territory.json', '{ "calendar": { "holidays": ["holidays/2026.json", "holidays/2027.json"] } }'],
        ['customers.csv', 'id'],
        ['notes.csv', 'x'],
        ['holidays/2026.json', '{}'],
        ['holidays/2025.json', '{}'],
      ]),
    );
    expect([...(await readFiles(folder)).files.keys()].toSorted()).toEqual(['customers.csv', 'holidays/2026.json', 'territory.json']);
  });

  it('knows tables by what planners call them, and keeps their names for findings', async () => {
    const folder = await folderOf(
      new Map([
        ['territory.json', '{}'],
        ['客户档案.csv', 'id'],
        ['拜访记录.CSV', 'customer'],
      ]),
    );
    const { files, shownNames } = await readFiles(folder);
    expect([...files.keys()].toSorted()).toEqual(['customers.csv', 'history.csv', 'territory.json']);
    expect(shownNames.get('customers.csv')).toBe('客户档案.csv');
  });

  it('refuses a table that is there twice', async () => {
    const folder = await folderOf(
      new Map([
        ['客户.csv', 'id'],
        ['customers.csv', 'id'],
      ]),
    );
    await expect(readFiles(folder)).rejects.toThrow('客户.csv: "customers.csv" holds the same table');
  });

  it('reads a single file first', async () => {
    const folder = await folderOf(
      new Map([
        ['here.json', '{ "calendar": { "holidays": ["2026.json"] } }'],
        ['2026.json', '{}'],
        ['reps.csv', 'id'],
      ]),
    );
    expect([...(await readFiles(join(folder, 'here.json'))).files.keys()]).toEqual(['here.json', '2026.json']);
  });

  it('refuses a path where nothing is', async () => {
    await expect(readFiles('/no/such/place')).rejects.toThrow(PlanningError);
  });
});
