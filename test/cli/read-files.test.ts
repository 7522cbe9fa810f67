import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode, readFiles } from '../../src/cli/read-files.ts';
import { PlanningError } from '../../src/kernel/errors.ts';
import { folderOf } from './beatplan.ts';

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
    expect([...(await readFiles(folder)).keys()]).toEqual(['territory.json', 'customers.csv', 'holidays/2026.json']);
  });

  it('reads a single file first', async () => {
    const folder = await folderOf(
      new Map([
        ['here.json', '{ "calendar": { "holidays": ["2026.json"] } }'],
        ['2026.json', '{}'],
        ['reps.csv', 'id'],
      ]),
    );
    expect([...(await readFiles(join(folder, 'here.json'))).keys()]).toEqual(['here.json', '2026.json']);
  });

  it('refuses a path where nothing is', async () => {
    await expect(readFiles('/no/such/place')).rejects.toThrow(PlanningError);
  });
});

describe('decode', () => {
  it('reads UTF-8 and keeps its mark for whoever reads the table', () => {
    expect(decode(new TextEncoder().encode('客户'))).toBe('客户');
  });

  it('reads what Chinese spreadsheets write', () => {
    // 客户 in GB 18030.
    expect(decode(Uint8Array.of(0xbf, 0xcd, 0xbb, 0xa7))).toBe('客户');
  });

  it('reads UTF-16 by its mark', () => {
    // Mark, then 客 and 户, low byte first.
    expect(decode(Uint8Array.of(0xff, 0xfe, 0xa2, 0x5b, 0x37, 0x62))).toBe('客户');
  });
});
