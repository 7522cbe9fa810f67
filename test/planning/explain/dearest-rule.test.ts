import { describe, expect, it } from 'vitest';
import { explainParts } from '../../../src/app/explain-unserved.ts';
import { day } from '../../../src/domain/calendar.ts';
import { steadyPace } from '../../../src/engine/search/pace.ts';
import { solve } from '../../../src/engine/search/solve.ts';
import { prepareParts } from '../../../src/planning/prepare-parts.ts';
import { estimate } from '../../../src/travel/providers/estimate.ts';
import { fixtureTerritory } from '../../support/fixture-territory.ts';

const horizon = { first: day('2026-12-07'), last: day('2026-12-11') };
const parts = await prepareParts(fixtureTerritory('tobacco'), { horizon, travel: estimate, endPlaces: new Map() });

/** The reasons of a short search, explained until a limit. */
async function reasonsUntil(isOver: (spent: number) => boolean) {
  const planned = parts.map((part) => {
    const options = { seed: 1, pace: steadyPace(200), shouldStop: () => false, onProgress: () => {} };
    return { part, solution: solve(part.compiled.problem, options).solution };
  });
  const { reasons, spent } = await explainParts(planned, { isOver });
  return { reasons: [...reasons.values()].flat().filter((reason) => reason.class === 'not-worth'), spent };
}

describe('the reason for a visit that would cost more than it is worth', () => {
  it('names the rule that costs most, with what the plan would cost without it', async () => {
    const { reasons } = await reasonsUntil(() => false);
    const dear = reasons.filter(({ because }) => because.length === 2);
    expect(dear.length).toBeGreaterThan(0);
    for (const { rule, because, sentence } of dear) {
      expect(because).toEqual(['price', rule]);
      expect(sentence.values['en']).toMatch(
        /would cost \d+:\d\d more, the \d+:\d\d that leaving it out costs included; (without the rule ".+" it would cost nothing more|of all rules ".+" costs most: without it the plan would cost \d+:\d\d more)\.$/,
      );
    }
  });

  it('has no rule yet where the limit is over before, and the same reasons for the same work', async () => {
    const short = await reasonsUntil((spent) => spent > 100_000);
    expect(short.reasons.length).toBeGreaterThan(0);
    expect(short.reasons.every(({ because }) => because.length === 1)).toBe(true);
    expect(await reasonsUntil((spent) => spent >= short.spent)).toEqual(short);
  });
});
