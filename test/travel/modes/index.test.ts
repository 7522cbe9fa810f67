import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mode } from '../../../src/travel/mode.ts';
import { modeOf, modes } from '../../../src/travel/modes/index.ts';

const root = resolve(import.meta.dirname, '../../../src/travel/modes');
const files = globSync('*.ts', { cwd: root }).filter((file) => file !== 'index.ts');

const isMode = (thing: unknown): thing is Mode => typeof thing === 'object' && thing !== null && 'ownVehicle' in thing;

/** What each file of the folder exports, by the file's name. */
const exported = await Promise.all(
  files.map(async (file) => {
    const things: Readonly<Record<string, unknown>> = await import(`${root}/${file}`);
    return { name: file.replace(/\.ts$/, ''), modes: Object.values(things).filter(isMode) };
  }),
);

describe('the list of modes', () => {
  it('has one of each file, named after the file', () => {
    for (const { name, modes: own } of exported) expect(own.map(({ id }) => id)).toEqual([name]);
    expect(modes.map(({ id }) => id).toSorted()).toEqual(exported.map(({ name }) => name).toSorted());
  });

  it('calls each by a name of its own in both languages, by which tables can name it', () => {
    for (const language of ['en', 'zh'] as const) expect(new Set(modes.map(({ label }) => label[language])).size).toBe(modes.length);
    for (const { label } of modes) expect(label.zh).toMatch(/^\p{Script=Han}+$/u);
  });

  it('dates the facts of each', () => {
    for (const { source } of modes) expect(source).toMatch(/^\d{4}-\d{2}: /);
  });

  it('finds a mode by its id, and nothing by another', () => {
    expect(modeOf('moped-taxi')?.label.en).toBe('moped taxi');
    expect(modeOf('mopedtaxi')).toBeNull();
  });
});
