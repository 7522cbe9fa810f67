import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { readToken } from '../../src/cli/service-token.ts';
import type { ServiceSettings } from '../../src/cli/verbs.ts';
import { Findings } from '../../src/contract/reading/findings.ts';

const hosts = {
  loopback: ['127.0.0.1', 'localhost', '::1', '127.8.9.1'],
  others: ['0.0.0.0', '::', '', '192.168.1.7', 'plans.local', '127.0.0.1.evil'],
};
const GOOD = '0123456789abcdef';

/** The token of a host and a variable, with the codes of the findings. */
function read(host: string, written: string | undefined) {
  const findings = new Findings();
  const token = readToken({ host, written }, findings);
  return { token, codes: findings.inOrder().map(({ code }) => code) };
}

describe('the token of the service', () => {
  const empty = [undefined, '', ' ', '\t\n', '\u00A0', '\u3000'];

  it.each(hosts.loopback)('is none on %s where the variable is absent, empty or blank', (host) => {
    for (const written of empty) expect(read(host, written)).toEqual({ token: null, codes: [] });
  });

  it.each(hosts.others)('is needed on "%s", and an empty one is none', (host) => {
    for (const written of empty) expect(read(host, written)).toEqual({ token: null, codes: ['TOKEN_NEEDED'] });
  });

  it.each([...hosts.loopback, ...hosts.others])('is refused on "%s" when it is short or cannot be sent', (host) => {
    for (const written of ['x', GOOD.slice(1), `  ${GOOD.slice(1)}  `, `${GOOD}é`, `${GOOD} ${GOOD}`, `${GOOD}\n${GOOD}`]) {
      expect(read(host, written).codes).toEqual(['TOKEN_WEAK']);
    }
    expect(read(host, GOOD)).toEqual({ token: GOOD, codes: [] });
    expect(read(host, `${GOOD}\n`)).toEqual({ token: GOOD, codes: [] });
  });

  it('never leaves a service open that should be guarded, whatever is written', () => {
    const anyHost = fc.constantFrom(...hosts.loopback, ...hosts.others);
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\u00A0', 'a') }),
      fc.string({ minLength: 16 }),
    );
    fc.assert(
      fc.property(anyHost, anyText, (host, written) => {
        const { token, codes } = read(host, written);
        if (codes.length > 0) return;
        if (token === null) expect([written.trim(), hosts.loopback.includes(host)]).toEqual(['', true]);
        else expect(token).toMatch(/^[!-~]{16,}$/);
      }),
    );
  });
});

describe('beatplan serve', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  /** Runs `serve` until it would listen; gives the exit code, the settings and what was printed. */
  async function served(host: string, token: string | undefined) {
    vi.stubEnv('BEATPLAN_TOKEN', token);
    const errors = vi.spyOn(console, 'error').mockClear().mockReturnValue();
    const settings: ServiceSettings[] = [];
    const code = await runCli(['serve', '--host', host], {
      plan: () => Promise.reject(new Error()),
      capacity: () => Promise.reject(new Error()),
      explain: () => Promise.reject(new Error()),
      serve: (wanted) => {
        settings.push(wanted);
        return Promise.reject(Object.assign(new Error(), { syscall: 'listen', code: 'EADDRINUSE' }));
      },
    });
    return { code, tokens: settings.map((wanted) => wanted.token), text: errors.mock.calls.flat().join('\n') };
  }

  it('starts without a token on this machine only, and never shows a token that it refuses', async () => {
    expect((await served('127.0.0.1', '')).tokens).toEqual([null]);
    expect((await served('127.0.0.1', undefined)).tokens).toEqual([null]);
    expect((await served('127.0.0.1', GOOD)).tokens).toEqual([GOOD]);
    expect((await served('0.0.0.0', GOOD)).tokens).toEqual([GOOD]);
    expect(await served('0.0.0.0', '  ')).toMatchObject({ code: 2, tokens: [], text: expect.stringContaining('BEATPLAN_TOKEN') });
    const weak = await served('127.0.0.1', 'hunter2');
    expect(weak).toMatchObject({ code: 2, tokens: [], text: expect.stringMatching(/^BEATPLAN_TOKEN: The token has 7 characters/) });
    expect(weak.text).not.toContain('hunter2');
  });
});
