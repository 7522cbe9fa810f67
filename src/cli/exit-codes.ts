/** What a command's end says to scripts; `--help` tells them too. */
export const exitCodes = {
  done: 0,
  bug: 1,
  badInput: 2,
  requiredUnserved: 3,
  interrupted: 130,
} as const;

/** The codes as help tells them. */
export const exitCodesHelp = `
Exit codes:
  0    done; every required visit has a place
  1    a bug in beatplan
  2    bad input: all findings are listed
  3    a plan came out, but required visits found no place
  130  interrupted twice (Ctrl-C once stops the search and keeps the best plan so far)`;
