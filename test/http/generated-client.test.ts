import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { beatplan, folderOf, runScript } from '../cli/beatplan.ts';
import { aService } from '../support/service.ts';

/** A package of its own, because the generator needs an older TypeScript than ours. */
const home = fileURLToPath(new URL('generated-client/', import.meta.url));

/** The script of a command of a package, as seen from a module. */
const commandOf = (name: string, path: string, from: string): string =>
  join(dirname(createRequire(from).resolve(`${name}/package.json`)), path);

const example = ['package.json', 'tsconfig.json', 'example.ts'];

it('compiles and plans the territory of the README with a client generated from the OpenAPI document', async () => {
  const { url } = await aService();
  const territory = await folderOf(new Map());
  expect(await beatplan(['init', 'riverside'], territory)).toMatchObject({ code: 0 });

  // Beside its packages, and not under node_modules, where Node reads no TypeScript.
  const folder = join(home, 'out', String(process.pid));
  await mkdir(folder, { recursive: true });
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of example) await cp(join(home, name), join(folder, name));
  await writeFile(join(folder, 'openapi.json'), await (await fetch(`${url}/openapi.json`)).text());

  const generator = commandOf('openapi-typescript', 'bin/cli.js', join(home, 'example.ts'));
  expect(await runScript(generator, ['openapi.json', '--output', 'service.ts'], folder)).toMatchObject({ code: 0 });
  const compiler = commandOf('typescript', 'bin/tsc', import.meta.url);
  expect(await runScript(compiler, [], folder)).toEqual({ code: 0, stdout: '', stderr: '' });

  const { code, stdout, stderr } = await runScript(join(folder, 'example.ts'), [url, join(territory, 'riverside')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^R1 2026-12-\d\d 2026-12-\S+ .+$/m);
});
