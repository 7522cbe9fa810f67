import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beatplan, folderOf } from '../../cli/beatplan.ts';
import { generate } from './generate.ts';

const FEW = ['--customers', '120', '--reps', '2'];

describe('npm run generate', () => {
  it('writes a territory that is sound', async () => {
    const folder = await folderOf(new Map());
    const { code, stdout } = await generate(['hamlet', '-o', 'made', '--seed', '3', ...FEW], folder);
    expect(code).toBe(0);
    expect(stdout).toContain(`Written: ${join('made', 'territory.json')}\n`);
    const checked = await beatplan(['validate', 'made', '--from', '2026-12-07', '--days', '5'], folder);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toContain('Customers  120: 60 in town, 60 in the country');
  });

  it('writes the same for the same seed, and another for another', async () => {
    const folder = await folderOf(new Map());
    const customersOf = async (made: string, seed: string) => {
      await generate(['hamlet', '-o', made, '--seed', seed, ...FEW], folder);
      return readFile(join(folder, made, 'customers.csv'), 'utf8');
    };
    const first = await customersOf('first', '3');
    expect(await customersOf('second', '3')).toBe(first);
    expect(await customersOf('third', '4')).not.toBe(first);
  });

  it('reports options that are wrong, all at once', async () => {
    expect(await generate(['hamlet', '-o', 'made', '--customers', 'many', '--seed', 'x'])).toMatchObject({
      code: 2,
      stderr:
        '--seed: This is not a whole number from 0 (x). Write it like --seed 5.\n--customers: This is not a whole number from 1 (many). Write it like --customers 5.\n\n2 findings.\n',
    });
    expect(await generate(['hamlet', '-o', 'made', '--customers', '3'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^--customers: This must be from 20 to 400 for 1 rep \(3\)/),
    });
  });

  it.skipIf(process.platform !== 'linux')('reports a folder below /proc, and does not wait for it', async () => {
    expect(await generate(['hamlet', '-o', '/proc/new/out', ...FEW])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^\/proc\/new\/out: The file cannot be written/),
    });
  });

  it('requires a folder, and names the help', async () => {
    const { code, stderr } = await generate(['hamlet']);
    expect(code).toBe(2);
    expect(stderr).toContain("'-o, --output <folder>'");
    expect(stderr).toContain('npm run generate -- --help');
  });

  it('suggests the option that was meant', async () => {
    expect(await generate(['hamlet', '-o', 'made', '--custmers', '30'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean --customers?'),
    });
  });

  it('refuses a folder that cannot be written before it plans anything', async () => {
    const folder = await folderOf(new Map([['made', 'a file']]));
    expect(await generate(['hamlet', '-o', 'made/inside'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^made.inside: The file cannot be written/),
    });
  });

  it('has a help with examples and the next steps', async () => {
    const { code, stdout } = await generate(['--help']);
    expect(code).toBe(0);
    for (const text of [
      'Usage: npm run generate -- [options] <name>',
      '--seed <n>',
      'npm run generate -- riverside -o riverside',
      'plan riverside',
    ])
      expect(stdout).toContain(text);
  });
});
