import { z } from 'zod';
import type { CustomerRow } from './documents.ts';
import type { Scene } from './scene.ts';

/** For which customers something is promised; what is left out asks nothing, and statuses are then `new` and `retained`. */
export const audienceShape = {
  tiers: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  statuses: z.array(z.string()).default(['new', 'retained', '']),
};

/** Words that name an audience. */
export interface AudienceAsked {
  readonly tiers?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly statuses: readonly string[];
}

/** The customers meant; those won or lost within the horizon's cycles still count from the day of that. */
export const audienceOf = ({ customers }: Scene, { tiers, tags, statuses }: AudienceAsked): readonly CustomerRow[] =>
  customers.filter(
    (customer) =>
      (tiers?.includes(customer.tier) ?? true) &&
      (tags?.some((tag) => customer.tags.includes(tag)) ?? true) &&
      statuses.includes(customer.status),
  );
