import { inspect } from 'node:util';
import { visibleLines } from '../kernel/control-characters.ts';
import { type Finding, formatFinding, PlanningError } from '../kernel/finding.ts';
import { fileErrors } from '../contract/reading/file-errors.ts';
import { exitCodes } from './exit-codes.ts';

/** Prints why a command failed and returns its exit code: findings where the caller can act, a trace for a bug in beatplan. */
export function reportFailure(error: unknown, { json }: { readonly json: boolean }): number {
  if (!(error instanceof PlanningError)) {
    console.error(visibleLines(inspect(error)));
    console.error('\nThis is a bug in beatplan. Please report it with the lines above and the command you ran.');
    return exitCodes.bug;
  }
  const { findings } = error;
  if (json) console.log(JSON.stringify({ findings }, null, 2));
  else {
    for (const finding of findings) console.error(formatFinding(finding));
    const count = findings.at(-1)?.code === fileErrors.moreFindings.code ? 'Many' : findings.length;
    if (findings.length > 1) console.error(`\n${count} findings.${isOfRows(findings) ? SKIPPABLE : ''}`);
  }
  return exitCodes.badInput;
}

/** Whether rows are all that is wrong. */
const isOfRows = (findings: readonly Finding[]): boolean => findings.every(({ at }) => at.row !== undefined);

const SKIPPABLE = ' With --skip-bad-rows, plan and validate go on without these rows.';
