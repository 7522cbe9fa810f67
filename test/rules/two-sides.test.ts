import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

/** One rule's file, cut into the parts that may use each other. */
interface RuleFile {
  readonly path: string;
  /** Names imported from `rules/measure`. */
  readonly measures: readonly string[];
  /** Text of each function and constant beside the rule, by name. */
  readonly helpers: ReadonlyMap<string, string>;
  /** Text of the rule's three functions. */
  readonly obligation: string;
  readonly compile: string;
  readonly audit: string;
}

const files = globSync('src/rules/{leg,stop,day,customer,plan}/*.ts')
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  .filter(({ text }) => text.includes('defineRule({'))
  .map(({ path, text }) => cut(path, withoutComments(text)));

/** A file's code alone: comments may mention what the code does not use. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\/\/ .*/g, '');
}

/** Cuts a file: the code of this repository begins each declaration at the left edge and each of a rule's functions two spaces in. */
function cut(path: string, text: string): RuleFile {
  const blocks = text.split(/\n(?=(?:export )?(?:const|function\*?|interface|type) )/);
  const rule = blocks.find((block) => block.includes('defineRule({')) ?? '';
  const imports = Array.from(text.matchAll(/^import \{([^}]*)\} from '[^']*\/measure\/[^']*';/gm), ([, names = '']) => names.split(','));
  const functions = Array.from(rule.split(/\n(?= {2}(?:\*?\w+[:(]))/));
  const of = (name: string) => functions.filter((part) => new RegExp(`^ {2}\\*?${name}[:(]`).test(part)).join('\n');
  const helpers = blocks.flatMap((block): readonly (readonly [string, string])[] => {
    const name = /^(?:const|function\*?) (\w+)/.exec(block)?.[1];
    return name === undefined ? [] : [[name, block]];
  });
  return {
    path,
    measures: imports.flat().flatMap((name) => name.replace('type ', '').trim() || []),
    helpers: new Map(helpers),
    obligation: of('obligation'),
    compile: of('compile'),
    audit: of('audit'),
  };
}

const mentions = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);

/** The helpers of a file that a part uses, and those that they use. */
function helpersOf({ helpers }: RuleFile, part: string): ReadonlySet<string> {
  const used = new Set<string>();
  const look = (text: string) => {
    for (const [name, body] of helpers) {
      if (used.has(name) || !mentions(text, name)) continue;
      used.add(name);
      look(body);
    }
  };
  look(part);
  return used;
}

describe('the two sides of a rule', () => {
  it('are there in every file of the catalogue', () => {
    expect(files.length).toBeGreaterThan(30);
    for (const { path, obligation, compile, audit } of files) {
      expect([path, obligation === '', compile === '', audit === '']).toEqual([path, false, false, false]);
    }
  });

  it.each(files.map((file) => [basename(file.path, '.ts'), file] as const))('share nothing but the obligation: %s', (_name, file) => {
    const forSearch = helpersOf(file, file.compile);
    const forAudit = helpersOf(file, file.audit);
    const text = (names: ReadonlySet<string>) => [...names].map((name) => file.helpers.get(name) ?? '').join('\n');
    const measured = file.measures.filter((name) =>
      mentions([file.obligation, file.compile, text(helpersOf(file, file.obligation)), text(forSearch)].join('\n'), name),
    );
    const shared = [...forSearch].filter((name) => forAudit.has(name) && /^function|=>/.test(file.helpers.get(name) ?? ''));
    expect({ measured, shared }).toEqual({ measured: [], shared: [] });
  });
});
