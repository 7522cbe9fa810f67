import { describe, expect, it } from 'vitest';
import { way } from '../../../../src/audit/checks/movement/way.ts';
import { office } from '../../../support/builders.ts';
import { c1, c2, foundBy, duty, leg, lunch, mondayPlanned, tuesdayPlanned, visit, withLeg } from '../../handmade.ts';

const findings = foundBy(way);
const stays = [duty('meeting', '08:00', '08:30'), lunch('12:00')];

describe('movement/way', () => {
  it('finds nothing where legs lead from stop to stop', () => {
    expect(findings(mondayPlanned, tuesdayPlanned)).toEqual([]);
  });

  it('finds a leg left out', () => {
    expect(findings({ ...mondayPlanned, legs: mondayPlanned.legs.slice(0, 2) })).toEqual([
      'r1 on 2026-12-07: the legs lead (31, 121)–(31.01, 121), (31.01, 121)–(31.02, 121); ' +
        'the stops ask for (31, 121)–(31.01, 121), (31.01, 121)–(31.02, 121), (31.02, 121)–(31, 121).',
    ]);
  });

  it('finds a leg that starts or ends elsewhere', () => {
    expect(findings(withLeg(mondayPlanned, 1, { from: office }))).toHaveLength(1);
    expect(findings(withLeg(mondayPlanned, 2, { to: c1.location }))).toHaveLength(1);
  });

  it('asks for no leg between stops in one place', () => {
    const stops = [visit(c2, 1, { arrival: '09:00' }), visit(c2, 2, { arrival: '09:10' })];
    const legs = [leg(office, c2.location, '08:30'), leg(c2.location, office, '09:20')];
    expect(findings({ ...mondayPlanned, stops, legs })).toEqual([]);
    expect(findings({ ...mondayPlanned, stops, legs: legs.toSpliced(1, 0, leg(c2.location, c2.location, '09:10')) })).toHaveLength(1);
  });

  it('lets a day without visits do without legs', () => {
    expect(findings({ ...mondayPlanned, stops: stays, legs: [] })).toEqual([]);
    expect(findings({ ...mondayPlanned, stops: stays })).toHaveLength(1);
  });
});
