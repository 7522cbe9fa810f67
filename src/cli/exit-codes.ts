/** What a command's end says to scripts; `--help` tells them too. */
export const exitCodes = {
  done: 0,
  bug: 1,
  badInput: 2,
  requiredUnserved: 3,
  interrupted: 130,
} as const;

const MEANINGS: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'done',
  bug: 'a bug in beatplan',
  badInput: 'bad input: all findings are listed',
  requiredUnserved: 'a plan came out, but required visits found no place, and --strict was asked for',
  interrupted: 'interrupted twice (Ctrl-C once stops the search and keeps the best plan so far)',
};

/** The codes that a command may end with, as its help tells them. */
export function exitCodesHelp(codes: readonly (keyof typeof exitCodes)[]): string {
  const lines = codes.map((code) => `  ${String(exitCodes[code]).padEnd(4)} ${MEANINGS[code]}`);
  return ['', 'Exit codes:', ...lines].join('\n');
}
