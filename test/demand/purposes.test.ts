import { describe, expect, it } from 'vitest';
import { visitsDue } from '../../src/demand/visits-due.ts';
import { day } from '../../src/domain/calendar.ts';
import { visitFactsOf } from '../../src/domain/plan.ts';
import { present } from '../../src/kernel/assert.ts';
import { aCampaign, aCustomer, aFrequency, aPolicy, aRequest, aTerritory, week } from '../support/builders.ts';

const rounds = { en: 'Keep up relations', zh: '联络感情' };
const due = { first: week.first, last: week.last };

/** The purposes of the first visit that is due. */
function purposesOf(given: Parameters<typeof aTerritory>[0]) {
  const series = present(visitsDue(aTerritory({ customers: [aCustomer()], ...given }), week)[0], 'A series');
  return visitFactsOf(series, present(series.visits[0], 'A visit')).purposes;
}

describe('purposes of visits', () => {
  it('are those of the frequency, and none where the policy does not say', () => {
    expect(purposesOf({ policy: aPolicy({ frequencies: [aFrequency({ purpose: rounds })] }) })).toEqual([rounds]);
    expect(purposesOf({ policy: aPolicy({ frequencies: [aFrequency()] }) })).toEqual([]);
  });

  it('are the words of a request, the follow-up of a visit, and the name of a campaign', () => {
    const policy = aPolicy({ frequencies: [] });
    const broken = 'Broken shelf';
    expect(purposesOf({ policy, requests: [aRequest({ purpose: broken, due })] })).toEqual([{ en: broken, zh: broken }]);
    expect(purposesOf({ policy, requests: [aRequest({ due })] })).toEqual([]);
    expect(purposesOf({ policy, requests: [aRequest({ due, source: 'follow-up' })] })).toEqual([{ en: 'Follow-up', zh: '后续跟进' }]);
    const campaign = aCampaign({ name: 'New Year', day: day('2026-12-20'), leadDays: { least: 5, most: 20 } });
    expect(purposesOf({ policy, campaigns: [campaign] })).toEqual([{ en: 'New Year', zh: 'New Year' }]);
  });

  it('are all those of the needs that one stop answers', () => {
    const policy = aPolicy({ frequencies: [aFrequency({ purpose: rounds, cycle: { every: 'days', length: 7 }, maxGapDays: 10 })] });
    const requests = [aRequest({ id: 'a', purpose: 'Complaint', due }), aRequest({ id: 'b', purpose: 'Contract', due })];
    const series = visitsDue(aTerritory({ customers: [aCustomer()], policy, requests }), week).filter(({ visits }) => visits.length > 0);
    expect(series).toHaveLength(1);
    const [facts] = series.flatMap((one) => one.visits.map((visit) => visitFactsOf(one, visit)));
    expect(facts?.purposes.map(({ en }) => en)).toEqual(['Complaint', 'Contract', 'Keep up relations']);
    expect(facts?.maxGapDays).toBe(10);
  });
});
