import { describe, expect, it } from 'vitest';
import type { Capacity, DueWork, TeamCapacity } from '../../../src/domain/figures/capacity.ts';
import { type Language } from '../../../src/kernel/text.ts';
import { repId } from '../../../src/kernel/ids.ts';
import { hours, minutes } from '../../../src/kernel/units.ts';
import { capacityText } from '../../../src/publish/text/capacity-text.ts';
import { aRep, week } from '../../support/builders.ts';

/** Visits of half an hour each. */
const due = (visits: number): DueWork => ({ customers: visits, visits, time: minutes(30 * visits) });
const reps = [aRep({ id: 'r1', name: 'Li Wei' }), aRep({ id: 'r2' }), aRep({ id: 'r3' })];
const aTeam = (ids: readonly string[], given: Partial<TeamCapacity> = {}): TeamCapacity => ({
  reps: ids.map((id) => ({ rep: repId(id), days: 5, fieldTime: hours(40) })),
  fieldTime: hours(40 * ids.length),
  required: due(60),
  optional: due(30),
  spare: hours(10),
  missing: hours(0),
  ...given,
});

function printed({ language = 'en', ...given }: Partial<Capacity> & { readonly language?: Language }) {
  const tiers = [{ tier: 'A', required: due(60), optional: due(30) }];
  return capacityText({ horizon: week, teams: [aTeam(['r1'])], tiers, shortfalls: [], ...given }, { reps }, language).split('\n');
}

describe('capacityText', () => {
  it('tells field time, required visits, spare time and optional visits by rep and by tier', () => {
    expect(printed({})).toEqual([
      'Visits due, Mon 7 Dec – Fri 11 Dec 2026',
      '  Rep          Days  Field time  Required    Need   Spare  Optional    Need',
      '  Li Wei (r1)     5      40.0 h        60  30.0 h  10.0 h        30  15.0 h',
      '',
      '  Tier  Required    Need  Optional    Need',
      '  A           60  30.0 h        30  15.0 h',
      '',
      '  The reps have the hours for all 60 required visits.',
      '  The 30 optional ones need 15.0 h; the reps have 10.0 h at most.',
      '',
      '  Field time: shifts less duties and breaks.',
      '  Need: time with the customers and the shortest way to each. Real routes take longer.',
    ]);
  });

  it('says so when optional visits have room, too', () => {
    expect(printed({ teams: [aTeam(['r1'], { spare: hours(15) })] })).toContain(
      '  The reps have the hours for all visits, required and optional.',
    );
  });

  it('puts reps who share customers together, and adds up', () => {
    // The spare hours of one team are no room for the other's visits: 5 + 15.
    const lines = printed({ teams: [aTeam(['r1', 'r2'], { spare: hours(5) }), aTeam(['r3'], { spare: hours(50) })] });
    expect(lines.slice(1, 7)).toEqual([
      '  Rep          Days  Field time  Required    Need   Spare  Optional    Need',
      '  Li Wei (r1)     5      40.0 h',
      '  r2              5      40.0 h',
      '    together     10      80.0 h        60  30.0 h   5.0 h        30  15.0 h',
      '  r3              5      40.0 h        60  30.0 h  50.0 h        30  15.0 h',
      '  Total          15     120.0 h       120  60.0 h  55.0 h        60  30.0 h',
    ]);
    expect(lines).toContain('  The 60 optional ones need 30.0 h; the reps have 20.0 h at most.');
  });

  it('warns where required visits have no room, and says what to do', () => {
    const short = { spare: hours(0), missing: hours(2) };
    const shortfalls = [
      { reps: [repId('r1')], required: due(84), missing: hours(2) },
      { reps: [], required: due(3), missing: minutes(90) },
    ];
    const lines = printed({ teams: [aTeam(['r1'], short), aTeam(['r2'])], shortfalls });
    expect(lines.slice(1, 4)).toEqual([
      '  Rep          Days  Field time  Required    Need   Spare  Missing  Optional    Need',
      '  Li Wei (r1)     5      40.0 h        60  30.0 h   0.0 h    2.0 h        30  15.0 h',
      '  r2              5      40.0 h        60  30.0 h  10.0 h                 30  15.0 h',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        '  Warning: the reps do not have the hours for all required visits.',
        '    Li Wei (r1): required visits need 42.0 h, 2.0 h too much (visits: 84, customers: 84).',
        '    Nobody may make 3 of the required visits (customers: 3): check the reps they require and the areas.',
      ]),
    );
  });

  it('speaks Chinese', () => {
    expect(printed({ language: 'zh' })).toEqual(
      expect.arrayContaining([
        '应访任务（2026年12月7日 周一 至 12月11日 周五）',
        '  60 次必访所需工时足够。',
        '  30 次选访需 15.0 小时，工时最多 10.0 小时。',
      ]),
    );
  });

  it('says when nothing is due', () => {
    expect(printed({ tiers: [{ tier: 'A', required: due(0), optional: due(0) }] })).toEqual([
      'Visits due, Mon 7 Dec – Fri 11 Dec 2026',
      '  No visit is due.',
    ]);
  });
});
