import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../temporary-folder.ts';
import { tinyFiles } from './tiny-instance.ts';

describe('the benchmark of the periodic VRP', () => {
  it('solves an instance, checks the solution apart from the search, and writes what it found', () => {
    const folder = folderWith(tinyFiles);
    const output = join(folder, 'results');
    const script = join(import.meta.dirname, '../../../bench/public/run-pvrp.ts');
    const told = execFileSync(process.execPath, [script, '--folder', folder, '--seconds', '0.5', '--seeds', '1', '--output', output], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(told).toContain('All runs are valid.');

    const [file = ''] = readdirSync(output);
    expect(JSON.parse(readFileSync(join(output, file), 'utf8'))).toMatchObject({
      settings: { seconds: 0.5, seeds: [1], rival: null },
      summary: { counted: 1, ours: { mean: 0, best: 0 }, rival: null },
      instances: [{ name: 'tiny', reference: 24, ours: { mean: 0, best: 0, invalid: 0 } }],
      faults: [],
    });
  });
});
