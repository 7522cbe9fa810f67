import { defineError } from '../kernel/finding.ts';

/** A rep who cannot leave a duty: the modes of the rep, and the rules that forbid them. */
interface NoWayBack {
  readonly rep: string;
  readonly duty: string;
  readonly modes: readonly string[];
  readonly rules: readonly string[];
}

/** Errors that only planning finds. */
export const planningErrors = {
  noWayBack: defineError({
    code: 'NO_WAY_BACK',
    kind: 'conflict',
    title: 'A rep cannot get home from a duty',
    when: 'A duty in the middle of a day takes place where the day starts. The day ends elsewhere, and no mode of the rep may be used from one place to the other.',
    message: ({ rep, duty }: NoWayBack) => `Rep "${rep}" has no allowed mode of transport from the duty "${duty}" to the end of the day`,
    hint: ({ modes, rules }) => {
      const relax = rules.length === 0 ? '' : `, or give ${rules.map((rule) => `"${rule}"`).join(' and ')} a price instead of the must`;
      return `End the day within reach by ${modes.join(' or ')}, give the rep another mode${relax}.`;
    },
  }),
  startUnrelated: defineError({
    code: 'START_UNRELATED',
    kind: 'conflict',
    title: 'The plan to start from is about other visits',
    when: 'The plan to start from has no visit that is due on the days to plan: it is about another territory or other days.',
    message: ({ from, to }: { readonly from: string; readonly to: string }) =>
      `The plan to start from has no visit from ${from} to ${to} that is due`,
    hint: () => 'Start from a plan of the same territory and the same days, or from none.',
  }),
  fixedImpossible: defineError({
    code: 'FIXED_IMPOSSIBLE',
    kind: 'conflict',
    title: 'A visit cannot stay as it is',
    when: 'A visit of the plan to start from is to stay as it is, and breaks a rule or no longer fits on its day.',
    message: ({ day }: { readonly day: string }) => `The visit to this customer on ${day} cannot stay as it is`,
    hint: () => 'Fix fewer days or customers, or change what keeps the visit from its day.',
  }),
} as const;
