import { describe, expect, it } from 'vitest';
import { Bodies } from '../../../bench/hostile-load/bodies.ts';
import { Caller } from '../../../bench/hostile-load/caller.ts';
import { attacks, drawAttack } from '../../../bench/hostile-load/attacks/index.ts';
import { runHonest } from '../../../bench/hostile-load/honest-callers.ts';
import { runHostile } from '../../../bench/hostile-load/hostile-callers.ts';
import { emptyTally, rowsOf } from '../../../bench/hostile-load/tally.ts';
import { aService } from '../../support/service.ts';

const sizes = { objects: 2000, rows: 200, cell: 600, large: 'hamlet-4' };
const TOKEN = 'a-token-of-a-test';

describe('callers of the hostile load', () => {
  it('find no failure of the service, and the honest ones get all their plans', async () => {
    const { url } = await aService({ token: TOKEN });
    const target = { url, token: TOKEN };
    const [hostile, honest] = await Promise.all([
      runHostile({ target, callers: 3, seconds: 2, seed: 1, sizes }),
      runHonest({ target, callers: 1, seconds: 2, seed: 1, kept: 20 }),
    ]);
    expect([...hostile.breakdowns, ...honest.tally.breakdowns]).toEqual([]);
    expect(honest.complaints).toEqual([]);
    expect(honest.plans.length).toBeGreaterThan(0);
    expect(rowsOf(hostile).length).toBeGreaterThan(0);
  });

  it('draw the same attacks from the same seed, and all of them in time', () => {
    const draw = (seed: number) => {
      const caller = new Caller({ url: 'http://127.0.0.1', token: '' }, { seed, tally: emptyTally(), end: new AbortController().signal });
      return Array.from({ length: 1000 }, () => drawAttack(caller)?.kind);
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(new Set(draw(1))).toEqual(new Set(attacks.map(({ kind }) => kind)));
  });

  it('make their bodies in the sizes given', () => {
    const bodies = new Bodies(sizes);
    expect(JSON.parse(bodies.emptyObjects('root').toString())).toHaveLength(2000);
    expect(JSON.parse(bodies.badRows().toString()).files['customers.csv'].split('\n').length).toBeGreaterThan(200);
    expect(JSON.parse(bodies.hours('spaces').toString()).files['customers.csv']).toContain(' '.repeat(600));
  });
});
