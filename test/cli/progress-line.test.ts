import { describe, expect, it } from 'vitest';
import { ProgressLine } from '../../src/cli/progress-line.ts';

/** Remembers what is written to it. */
function aTerminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

const leftOut = (requiredUnserved: number, behindPaceUnserved: number, couldBePulledForward: number) => ({
  requiredUnserved,
  behindPaceUnserved,
  couldBePulledForward,
});

describe('ProgressLine', () => {
  it('writes one line over and over, and wipes what a longer one left', () => {
    const terminal = aTerminal(true);
    const line = new ProgressLine(terminal, 'en');
    line.show({ cost: 36_000, left: leftOut(10, 2, 40), share: 0.09 });
    line.show({ cost: 32_400, left: leftOut(0, 2, 7), share: 0.456 });
    line.clear();
    const first = 'searching 9 % · cost 10.0 h · unserved: 10 required, 2 behind pace · 40 could be pulled forward';
    const second = 'searching 45 % · cost 9.0 h · unserved: 0 required, 2 behind pace · 7 could be pulled forward';
    expect(terminal.written).toEqual([`\r${first}`, `\r${second}  `, `\r${' '.repeat(second.length)}\r`]);
  });

  it('speaks Chinese', () => {
    const terminal = aTerminal(true);
    new ProgressLine(terminal, 'zh').show({ cost: 36_000, left: leftOut(0, 2, 7), share: 1.2 });
    expect(terminal.written).toEqual(['\r已搜索 100 % · 成本 10.0 工时 · 未安排：必访 0，进度落后 2 · 可提前 7']);
  });

  it('says nothing where there is no terminal', () => {
    const terminal = aTerminal(false);
    const line = new ProgressLine(terminal, 'en');
    line.show({ cost: 1, left: leftOut(0, 0, 0), share: 0.5 });
    line.clear();
    expect(terminal.written).toEqual([]);
  });
});
