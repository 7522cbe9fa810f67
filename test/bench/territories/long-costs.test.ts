import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { longCostsOf } from '../../../bench/territories/long-costs.ts';
import { folderWith } from '../temporary-folder.ts';

const fileWith = (content: string) => join(folderWith({ 'results.json': content }), 'results.json');

describe('longCostsOf', () => {
  it('reads costs by case from earlier results', () => {
    const file = fileWith(JSON.stringify({ stamp: {}, cases: [{ name: 'tobacco-week', longCost: 170_000, runs: [] }] }));
    expect(longCostsOf(file)).toEqual(new Map([['tobacco-week', 170_000]]));
  });

  it('refuses files that are not there, or hold something else', () => {
    for (const file of ['/nowhere/results.json', fileWith('{'), fileWith('{"cases":[{"name":"p01"}]}')]) {
      expect(() => longCostsOf(file)).toThrow(InvalidArgumentError);
    }
  });
});
