import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isValid, rivalSolver, runSolver } from '../../../bench/public/solver-process.ts';
import { folderWith } from '../temporary-folder.ts';

/** Runs a program of one line as a rival. */
function runRival(program: string) {
  const file = join(folderWith({ 'rival.mjs': program }), 'rival.mjs');
  return runSolver(rivalSolver(`node ${file}`), { file: 'p01.txt', seconds: 1, seed: 7, core: null });
}

describe('runSolver', () => {
  it('passes file, seconds and seed on, and reads the last line of what comes back', async () => {
    const run = await runRival(
      "console.log('hello'); console.log(JSON.stringify({ best: 24, unserved: 0, bad: ' ', told: process.argv.slice(2) }))",
    );
    expect(run).toMatchObject({ seed: 7, best: 24, unserved: 0, bad: '', details: { told: ['p01.txt', '1', '7'] } });
    expect(isValid(run)).toBe(true);
  });

  it.each([
    ['a solution that the rival itself finds bad', "console.log(JSON.stringify({ best: 24, unserved: 0, bad: 'load ' }))"],
    ['customers left out', "console.log(JSON.stringify({ best: 24, unserved: 1, bad: '' }))"],
    ['an answer that does not say whether all is well', 'console.log(JSON.stringify({ best: 24 }))'],
    ['no answer in JSON', "console.log('24')"],
    ['a crash', "throw new Error('lost')"],
  ])('does not let %s count', async (_, program) => {
    expect(isValid(await runRival(program))).toBe(false);
  });
});
