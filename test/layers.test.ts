import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

/** The layers of the table, from the configuration itself. */
const { layers } = (await import(pathToFileURL(resolve('.dependency-cruiser.mjs')).href)) as {
  layers: Readonly<Record<string, readonly string[]>>;
};

/** One file of the tree, what it shows, and the rule that it breaks; null for none. */
interface Probe {
  readonly sentence: string;
  readonly file: string;
  readonly text: string;
  readonly breaks: string | null;
}

const value = (from: string) => `import { noun } from '${from}';\nexport const two = [noun];\n`;
const type = (from: string) => `import type { Noun } from '${from}';\nexport type Two = Noun;\n`;

const probes: readonly Probe[] = [
  { sentence: 'a value may come from an inner layer', file: 'domain/a.ts', text: value('../kernel/noun.ts'), breaks: null },
  {
    sentence: 'a value may not come from an outer one',
    file: 'domain/b.ts',
    text: value('../rules/noun.ts'),
    breaks: 'domain-keeps-its-place',
  },
  { sentence: 'nor may a type', file: 'domain/c.ts', text: type('../rules/noun.ts'), breaks: 'domain-keeps-its-place' },
  {
    sentence: 'nor a type among values',
    file: 'domain/d.ts',
    text: "import { type Noun, noun } from '../rules/noun.ts';\nexport const two: readonly Noun[] = [noun];\n",
    breaks: 'domain-keeps-its-place',
  },
  {
    sentence: 'nor what is only passed on',
    file: 'domain/e.ts',
    text: "export { noun } from '../rules/noun.ts';\n",
    breaks: 'domain-keeps-its-place',
  },
  {
    sentence: 'nor a type that is only passed on',
    file: 'domain/f.ts',
    text: "export type { Noun } from '../rules/noun.ts';\n",
    breaks: 'domain-keeps-its-place',
  },
  {
    sentence: 'nor a whole file passed on',
    file: 'domain/g.ts',
    text: "export * from '../rules/noun.ts';\n",
    breaks: 'domain-keeps-its-place',
  },
  {
    sentence: 'nor what is loaded later',
    file: 'domain/h.ts',
    text: "export const two = () => import('../rules/noun.ts');\n",
    breaks: 'domain-keeps-its-place',
  },
  { sentence: 'rules speak in terms', file: 'rules/a.ts', text: type('../terms/noun.ts'), breaks: null },
  { sentence: 'but do not search', file: 'rules/b.ts', text: value('../engine/search/noun.ts'), breaks: 'rules-keeps-its-place' },
  {
    sentence: 'obligations measure nothing',
    file: 'rules/obligation/a.ts',
    text: value('../measure/noun.ts'),
    breaks: 'rules/obligation-keeps-its-place',
  },
  {
    sentence: 'nor does planning',
    file: 'planning/a.ts',
    text: value('../rules/measure/noun.ts'),
    breaks: 'planning-keeps-its-place',
  },
  {
    sentence: 'the search knows no nouns',
    file: 'engine/search/a.ts',
    text: type('../../domain/noun.ts'),
    breaks: 'engine/search-keeps-its-place',
  },
  {
    sentence: 'the audit knows nothing of the engine',
    file: 'audit/a.ts',
    text: type('../engine/problem/noun.ts'),
    breaks: 'audit-keeps-its-place',
  },
  { sentence: 'a provider serves travel', file: 'travel/providers/a.ts', text: type('../noun.ts'), breaks: null },
  { sentence: 'but travel knows no provider', file: 'travel/a.ts', text: value('./providers/noun.ts'), breaks: 'travel-keeps-its-place' },
  { sentence: 'nor does the application', file: 'app/a.ts', text: value('../travel/providers/noun.ts'), breaks: 'app-keeps-its-place' },
  { sentence: 'the application may ask the pool', file: 'app/b.ts', text: value('../engine/pool/noun.ts'), breaks: null },
  { sentence: 'the command line may not', file: 'cli/a.ts', text: value('../engine/pool/noun.ts'), breaks: 'cli-keeps-its-place' },
  {
    sentence: 'a room of the contract uses those before it',
    file: 'contract/policy/a.ts',
    text: value('../reading/noun.ts'),
    breaks: null,
  },
  {
    sentence: 'and none after it',
    file: 'contract/policy/b.ts',
    text: value('../territory/noun.ts'),
    breaks: 'contract/policy-keeps-its-place',
  },
  { sentence: 'wiring may import everything', file: 'main-cli.ts', text: value('./travel/providers/noun.ts'), breaks: null },
  { sentence: 'but nobody imports wiring', file: 'main-server.ts', text: value('./main-cli.ts'), breaks: 'nobody-imports-wiring' },
  {
    sentence: 'a file outside the layers is refused',
    file: 'stray/a.ts',
    text: value('../kernel/noun.ts'),
    breaks: 'every-file-has-a-layer',
  },
  { sentence: 'a package may be used in its layer', file: 'contract/reading/a.ts', text: value('zod'), breaks: null },
  { sentence: 'but in no other', file: 'rules/c.ts', text: value('zod'), breaks: 'rules-packages' },
  { sentence: 'not even for its types', file: 'rules/d.ts', text: type('zod'), breaks: 'rules-packages' },
  { sentence: 'a package without a layer is refused', file: 'cli/b.ts', text: value('unlisted'), breaks: 'cli-packages' },
  { sentence: 'a file that is not there is noticed', file: 'policies/a.ts', text: value('./nowhere.ts'), breaks: 'no-unresolved' },
  { sentence: 'two files do not import each other, be it for types', file: 'publish/a.ts', text: type('./noun.ts'), breaks: 'no-cycles' },
];

describe('the layers of src', () => {
  const root = mkdtempSync(join(tmpdir(), 'beatplan-layers-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const found = violationsIn(plant(root));

  it.each(probes)('$sentence', ({ file, breaks }) => {
    const broken = found.filter((violation) => violation.from === `src/${file}`);
    expect(broken.map((violation) => violation.rule.name)).toEqual(breaks === null ? [] : [breaks]);
  });
});

describe('the tree of src', () => {
  const folders = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  const filesIn = (folder: string) =>
    readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));

  it('has files in every layer of the table', () => {
    const withFiles = (layer: string) => readdirSync(join('src', layer), { recursive: true }).some((name) => String(name).endsWith('.ts'));
    expect(Object.keys(layers).filter((layer) => !withFiles(layer))).toEqual([]);
  });

  it('has no folder with more than 25 files beside each other', () => {
    const paths = folders.map(({ parentPath, name }) => join(parentPath, name));
    expect(paths.filter((path) => filesIn(path).length > 25)).toEqual([]);
  });
});

/** Writes a tree with the probes, and a `noun.ts` in each layer for them to import. */
function plant(root: string): string {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const layer of Object.keys(layers).filter((name) => name !== 'publish')) {
    write(`src/${layer}/noun.ts`, 'export interface Noun { readonly n: number }\nexport const noun: Noun = { n: 1 };\n');
  }
  write('src/publish/noun.ts', "import type { Two } from './a.ts';\nexport interface Noun { readonly two: Two }\n");
  write('package.json', JSON.stringify({ type: 'module', dependencies: { zod: '1.0.0', unlisted: '1.0.0' } }));
  for (const name of ['zod', 'unlisted']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }));
    write(`node_modules/${name}/index.js`, 'export const noun = 1;\n');
  }
  for (const { file, text } of probes) write(`src/${file}`, text);
  return root;
}

/** Runs the project's own check, with its own table, on another tree. */
function violationsIn(root: string): readonly { readonly rule: { readonly name: string }; readonly from: string }[] {
  const checker = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['src', '--config', resolve('.dependency-cruiser.mjs'), '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, [checker, ...options], { cwd: root, encoding: 'utf8' });
  return JSON.parse(stdout).summary.violations;
}
