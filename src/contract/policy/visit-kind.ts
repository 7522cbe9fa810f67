import { z } from 'zod';

/** The kinds of visits. */
export const visitKind = z.enum(['return', 'ordinary', 'walk-in', 'call', 'manager', 'inspection']);
