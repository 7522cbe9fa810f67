import { describe, expect, it } from 'vitest';
import { beatplan } from './beatplan.ts';

describe('beatplan', () => {
  it('explains itself with an example and the exit codes', async () => {
    const { code, stdout } = await beatplan(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('beatplan plan fixtures/tobacco --from 2026-12-07 --days 5');
    expect(stdout).toContain('3    there is a plan, but required visits found no place');
  });

  it('explains of a command only how that one may end', async () => {
    const { stdout } = await beatplan(['validate', '--help']);
    expect(stdout).toContain('2    bad input');
    expect(stdout).not.toContain('a plan came out');
  });

  it.each(['init', 'plan', 'validate', 'rules'])('explains %s with an example', async (command) => {
    const { code, stdout } = await beatplan([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\n  beatplan ${command}`));
  });

  it('tells its version', async () => {
    expect(await beatplan(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it('ends with 2 when it does not know a command or option, and guesses what was meant', async () => {
    expect(await beatplan(['plam'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean plan?') });
    expect(await beatplan(['plan', '.', '--dys', '5'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean --days?') });
    expect(await beatplan(['plan'])).toMatchObject({ code: 2, stderr: expect.stringContaining('"beatplan help plan" explains one.') });
    expect(await beatplan([])).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage:') });
  });
});
