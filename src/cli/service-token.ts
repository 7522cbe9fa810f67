import type { Findings } from '../contract/reading/findings.ts';
import { cliErrors } from './errors.ts';

/** The environment variable that holds the token of the service. */
export const TOKEN_VARIABLE = 'BEATPLAN_TOKEN';

/** Fewer characters are easy to guess. */
const SHORTEST_TOKEN = 16;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
/** Characters that every client can send in a header. */
const SENDABLE = /^[\x21-\x7e]+$/;

/** The token of a service on a host, as the environment has it. */
export interface TokenSetting {
  readonly host: string;
  readonly written: string | undefined;
}

/** The token of the service, or null without one: an empty value is none. Reports a weak token, and a missing one where other machines can call. */
export function readToken({ host, written = '' }: TokenSetting, findings: Findings): string | null {
  const token = written.trim();
  const at = { file: TOKEN_VARIABLE };
  if (token === '') {
    if (!LOOPBACK.test(host)) findings.report(cliErrors.tokenNeeded({ at: { file: '--host' }, value: host }));
    return null;
  }
  // Findings never show a token: they end up in logs.
  if (token.length < SHORTEST_TOKEN)
    findings.report(cliErrors.tokenWeak({ at, problem: `has ${token.length} characters, and 16 are the least` }));
  else if (!SENDABLE.test(token))
    findings.report(cliErrors.tokenWeak({ at, problem: 'has spaces, or letters that a header cannot carry' }));
  return token;
}
