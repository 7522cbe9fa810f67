import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Findings } from '../../src/contract/reading/findings.ts';
import { readPolicy } from '../../src/contract/policy/read-policy.ts';
import { documentSource } from '../../src/contract/reading/source.ts';
import { tableColumns } from '../../src/contract/territory/read-list.ts';
import { policies } from '../../src/policies/index.ts';
import { mopedTaxi } from '../../src/travel/modes/moped-taxi.ts';

/** Code that a guide shows of a file: blocks whose first line is a comment with the file's path. */
function excerptsIn(guide: string): readonly { readonly path: string; readonly code: string }[] {
  const blocks = readFileSync(guide, 'utf8').matchAll(/^```ts\n\/\/ (\S+)\n(.*?)^```$/gms);
  return Array.from(blocks, ([, path = '', code = '']) => ({ path, code }));
}

/** Documents that a guide shows. */
const jsonIn = (guide: string): readonly Readonly<Record<string, unknown>>[] =>
  Array.from(readFileSync(guide, 'utf8').matchAll(/^```json\n(.*?)^```$/gms), ([, json = '']) =>
    z.record(z.string(), z.unknown()).parse(JSON.parse(json)),
  );

const excerpts = globSync('docs/guides/*.md').flatMap((guide) => excerptsIn(guide).map((excerpt) => ({ guide, ...excerpt })));

describe('the guides', () => {
  it('show code as it stands', () => {
    expect(excerpts.length).toBeGreaterThan(0);
    for (const { path, code } of excerpts) expect(readFileSync(path, 'utf8')).toContain(code);
  });

  it('name every fact of a mode', () => {
    const guide = readFileSync('docs/guides/add-a-mode.md', 'utf8');
    const [, facts = ''] = guide.split('| Fact |');
    const listed = Array.from(facts.split('\n\n')[0]?.matchAll(/^\| `(\w+)` \|/gm) ?? [], ([, name]) => name);
    expect(listed).toEqual(Object.keys(mopedTaxi));
  });

  it('show how a policy allows a mode', () => {
    const [shown] = jsonIn('docs/guides/add-a-mode.md');
    const findings = new Findings();
    const policy = readPolicy(documentSource('policy.json', shown), findings);
    expect(findings.inOrder()).toEqual([]);
    expect(policy?.modes).toContain(mopedTaxi.id);
    expect(policy?.fares.find(({ mode }) => mode === mopedTaxi.id)).toMatchObject({ flagFall: 5, included: 2000, perKilometre: 2 });
  });

  it('name every column of every table, with what is needed', () => {
    const guide = readFileSync('docs/guides/your-own-data.md', 'utf8');
    const sections = guide.split(/^\| `(\w+)\.csv` \|.*$/m);
    for (const [table, columns] of Object.entries(tableColumns)) {
      const section = sections[sections.indexOf(table) + 1] ?? '';
      const rows = section.split('\n').filter((line) => line.startsWith('| `'));
      const listed = rows.flatMap((row) => Array.from(row.split('|')[1]?.matchAll(/`(\w+)`/g) ?? [], ([, name = '']) => name));
      expect(listed.toSorted(), table).toEqual(columns.map(({ heading }) => heading).toSorted());
      const needed = rows.filter((row) => row.includes('**needed**')).join('');
      for (const column of columns) expect(needed.includes(`\`${column.heading}\``), column.heading).toBe(column.required === true);
    }
  });

  it('show policies and frequencies that can be read', () => {
    const guide = readFileSync('docs/guides/your-own-policy.md', 'utf8');
    const blocks = jsonIn('docs/guides/your-own-policy.md');
    expect(blocks.map(({ id }) => id)).toEqual(['riverside-2027', 'tier-a', 'with-materials']);
    const findings = new Findings();
    for (const block of blocks) {
      const document = 'extends' in block ? block : { extends: 'check-in', frequencies: [block] };
      expect(readPolicy(documentSource('policy.json', document), findings)).not.toBeNull();
    }
    expect(findings.inOrder()).toEqual([]);
    for (const { id } of policies) expect(guide).toContain(`| \`${id}\` |`);
  });
});
