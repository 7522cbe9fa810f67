import { z } from 'zod';
import type { VisitWarning } from '../../domain/unserved/visit-warning.ts';
import { reasonText } from '../policy/rule-texts.ts';

const bilingual = z.strictObject({ en: z.string(), zh: z.string() });

/** The document of a warning about visits, before anything is planned. */
export const WarningDocument = z
  .strictObject({
    about: z.enum(['never-fits', 'promise']).meta({ description: 'never-fits: not even on empty days; promise: it cannot be kept' }),
    because: z.array(z.string()),
    sentence: bilingual,
    customers: z.array(z.string()),
    visits: z.int(),
  })
  .meta({ id: 'WarningDocument' });

/** The document of a warning as plain JSON. */
export type WarningDocument = z.output<typeof WarningDocument>;

/** Writes a warning as a document. */
export const warningDocument = ({ about, because, sentence, customers, visits }: VisitWarning): WarningDocument => ({
  about,
  because: [...because],
  sentence: reasonText({ rule: '', sentence }),
  customers: [...customers],
  visits,
});
