import { Bench } from 'tinybench';
import { describe, expect, it } from 'vitest';
import { speedOf, speedRows } from '../../../bench/micro/speed.ts';

const probes = { name: 'insertion', unit: 'probes', perCall: 50, run: () => 0 };

describe('speedOf', () => {
  it('counts what a call does, by the median call', async () => {
    // Three calls that say they took 1, 2 and 30 ms: the median of 2 ms for 50 probes makes 25,000 a second.
    const durations = [1, 2, 30].values();
    const bench = new Bench({ iterations: 3, time: 0, warmup: false });
    bench.add('insertion', () => ({ overriddenDuration: durations.next().value ?? 2 }));
    await bench.run();
    const speed = speedOf('town', probes, bench.getTask('insertion')?.result);
    expect(speed.perSecond).toBeCloseTo(25_000, 6);
    expect(speed).toMatchObject({ subject: 'town', name: 'insertion', unit: 'probes', calls: 3 });
  });

  it('refuses a case that was never measured', () => {
    expect(() => speedOf('town', probes, undefined)).toThrow('runs to its end');
  });
});

describe('speedRows', () => {
  it('tells the time of each: in milliseconds what happens less than a thousand times a second', () => {
    const speed = { subject: 'town', unit: 'times', margin: 1.25, calls: 9 };
    expect(
      speedRows([
        { ...speed, name: 'audit', perSecond: 40 },
        { ...speed, name: 'probe', perSecond: 250_000 },
      ]),
    ).toEqual([
      { subject: 'town', case: 'audit', 'per second': '40 times', each: '25 ms', margin: '± 1.3 %', calls: 9 },
      { subject: 'town', case: 'probe', 'per second': '250,000 times', each: '4 µs', margin: '± 1.3 %', calls: 9 },
    ]);
  });
});
