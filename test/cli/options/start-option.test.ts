import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { reportLeftOfStart } from '../../../src/cli/options/start-option.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { LeftOfStart } from '../../../src/domain/start-plan.ts';
import { customerId, visitId } from '../../../src/kernel/ids.ts';
import { fixtureTerritory } from '../../support/fixture-territory.ts';

const territory = fixtureTerritory('visit-lines');

describe('the visits that a plan to start from has and a search leaves', () => {
  it('are listed with the reason, twenty at most', () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => print.mockRestore());
    reportLeftOfStart([], territory);
    expect(print).not.toHaveBeenCalled();
    const left: LeftOfStart = { visit: visitId('x'), customer: customerId('gone\n'), day: day('2026-12-07'), because: 'gone' };
    reportLeftOfStart([left], territory);
    reportLeftOfStart(
      Array.from({ length: 22 }, () => left),
      territory,
    );
    const [one, many] = print.mock.calls.map(([text]) => String(text).split('\n'));
    expect(one).toEqual([
      'One visit of the plan to start from could not be taken over:',
      '  2026-12-07  gone\\u000a: its rep or customer has left',
      '',
    ]);
    expect(many?.slice(0, 1)).toEqual(['22 visits of the plan to start from could not be taken over:']);
    expect(many?.slice(-2)).toEqual(['  and 2 more', '']);
  });
});
