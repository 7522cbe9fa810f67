import { describe, expect, it } from 'vitest';
import { type HorizonOptions, readHorizon } from '../../../src/cli/options/horizon-options.ts';
import { Findings } from '../../../src/contract/reading/findings.ts';
import { formatDay, weekdayOf } from '../../../src/domain/calendar.ts';
import { present } from '../../../src/kernel/assert.ts';
import { findingsIn } from '../../support/findings.ts';

/** First and last day of the options, and the option that says the last. */
function asked(options: HorizonOptions): readonly string[] {
  const findings = new Findings();
  const horizonIn = readHorizon(options, findings);
  findings.refuse();
  const { horizon, at } = present(horizonIn, 'horizon')('Asia/Shanghai');
  return [formatDay(horizon.first), formatDay(horizon.last), at.file];
}

const codesOf = (options: HorizonOptions) => findingsIn(() => asked(options)).map(({ at, code }) => `${at.file} ${code}`);

describe('readHorizon', () => {
  it('counts calendar days from the first', () => {
    // Monday + 5 days ends on Friday; + 7 on Sunday.
    expect(asked({ from: '2026-12-07', days: '5' })).toEqual(['2026-12-07', '2026-12-11', '--days']);
    expect(asked({ from: '2026-12-07' })).toEqual(['2026-12-07', '2026-12-13', '--days']);
  });

  it('takes a last day instead', () => {
    expect(asked({ from: '2026-12-07', to: '2026-12-18' })).toEqual(['2026-12-07', '2026-12-18', '--to']);
  });

  it('takes a whole month', () => {
    expect(asked({ month: '2026-02' })).toEqual(['2026-02-01', '2026-02-28', '--month']);
  });

  it('starts on a Monday after today when nothing is said', () => {
    const findings = new Findings();
    const { horizon, isUsual } = present(readHorizon({}, findings), 'horizon')('Asia/Shanghai');
    const today = Temporal.Now.plainDateISO('Asia/Shanghai');
    const ahead = today.until(Temporal.PlainDate.from(formatDay(horizon.first))).days;
    expect(isUsual).toBe(true);
    expect(weekdayOf(horizon.first)).toBe(1);
    expect(ahead).toBeGreaterThanOrEqual(1);
    expect(ahead).toBeLessThanOrEqual(7);
  });

  it('tells days that an option asked for from the usual ones', () => {
    const isUsual = (options: HorizonOptions) => present(readHorizon(options, new Findings()), 'horizon')('Asia/Shanghai').isUsual;
    expect([{ from: '2026-12-07' }, { days: '5' }, { to: '2026-12-07' }, { month: '2026-12' }].map(isUsual)).not.toContain(true);
  });

  it('tells all that cannot be read or cannot go together', () => {
    expect(codesOf({ from: 'Monday', days: '0' })).toEqual(['--from OPTION_INVALID', '--days OPTION_INVALID']);
    expect(codesOf({ from: '2026-12-07', days: '5', to: '2026-12-11' })).toEqual(['--days OPTIONS_CONFLICT']);
    expect(codesOf({ month: '2026-12', from: '2026-12-07' })).toEqual(['--from OPTIONS_CONFLICT']);
    expect(codesOf({ month: 'December' })).toEqual(['--month OPTION_INVALID']);
  });
});
