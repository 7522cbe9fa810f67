import { describe, expect, it, vi } from 'vitest';
import { checkCapacity } from '../../src/app/check-capacity.ts';
import { startPlanning } from '../../src/app/plan-territory.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { estimate } from '../../src/travel/providers/estimate.ts';
import { outOfBounds } from '../support/out-of-bounds.ts';
import { exampleTerritory } from '../../src/contract/territory/example-territory.ts';
import { aService } from '../support/service.ts';
import { folderOf } from './beatplan.ts';

const ofTerritory = (territory: unknown) => folderOf(new Map([['territory.json', JSON.stringify(territory)]]));
const findingsIn = (printed: string) =>
  (JSON.parse(printed) as { findings: readonly { code: string; at: { file: string; pointer?: string } }[] }).findings;

/** Runs a command in this process; gives its exit code and what it prints. */
async function run(args: readonly string[]) {
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  try {
    const code = await runCli([...args, '--json'], {
      plan: (territory, options) => Promise.resolve(startPlanning(territory, { ...options, travel: estimate })),
      capacity: (territory, options) => checkCapacity(territory, { ...options, travel: estimate }),
      explain: () => Promise.reject(new Error()),
      serve: ({ host, port }) => aService({ host, port }),
    });
    return { code, stdout: printed.mock.calls.flat().join('\n') };
  } finally {
    vi.restoreAllMocks();
  }
}

describe('validate', () => {
  it('has a finding for each value beyond its bound', async () => {
    for (const [what, { territory, code, pointer }] of outOfBounds) {
      const { stdout } = await run(['validate', await ofTerritory(territory)]);
      expect([what, findingsIn(stdout)]).toMatchObject([what, [{ code, at: { file: 'territory.json', pointer } }]]);
    }
  });
});

describe('plan', () => {
  it.each([
    [['--from', '9999-12-27'], '--from'],
    [['--from', '2199-12-30', '--days', '5'], '--days'],
    [['--from', '2199-12-30', '--to', '2200-01-02'], '--to'],
    [['--month', '1999-12'], '--month'],
  ])('has a finding for the days %j', async (days, file) => {
    const { code, stdout } = await run(['plan', await ofTerritory(exampleTerritory), ...days, '--work', '10']);
    expect(code).toBe(2);
    expect(findingsIn(stdout)).toMatchObject([{ code: 'DATE_OUT_OF_RANGE', at: { file } }]);
  });
});
