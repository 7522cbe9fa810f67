/** The exit codes of commands, for scripts; `--help` lists them. */
export const exitCodes = {
  done: 0,
  bug: 1,
  badInput: 2,
  requiredUnserved: 3,
  outputFailed: 4,
  interrupted: 130,
} as const;

const MEANINGS: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'done',
  bug: 'a bug in beatplan',
  badInput: 'bad input: all findings are listed',
  requiredUnserved: 'there is a plan, but required visits found no place, and --strict was given',
  outputFailed: 'done, but the result could not be printed or its files could not be written',
  interrupted: 'interrupted during the start, or twice (Ctrl-C once stops the search and keeps the best plan so far)',
};

/** A command's exit codes as its help lists them. */
export function exitCodesHelp(codes: readonly (keyof typeof exitCodes)[]): string {
  const lines = codes.map((code) => `  ${String(exitCodes[code]).padEnd(4)} ${MEANINGS[code]}`);
  return ['', 'Exit codes:', ...lines].join('\n');
}
