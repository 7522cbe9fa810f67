import { defineError } from '../kernel/finding.ts';

/** Who is stuck after which duty, the modes tried, and the rules that forbid them. */
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
    when: 'A duty in the middle of a day is done where the day starts; the day ends elsewhere, and no mode that the rep has may go there.',
    message: ({ rep, duty }: NoWayBack) => `Rep "${rep}" has no allowed way from the duty "${duty}" to where the day ends`,
    hint: ({ modes, rules }) => {
      const relax = rules.length === 0 ? '' : `, or give ${rules.map((rule) => `"${rule}"`).join(' and ')} a price instead of the must`;
      return `End the day within reach by ${modes.join(' or ')}, give the rep another mode${relax}.`;
    },
  }),
} as const;
