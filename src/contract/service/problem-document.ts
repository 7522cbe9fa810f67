import { z } from 'zod';

const ProblemError = z.strictObject({
  code: z.string().meta({ description: 'Stable; see docs/errors.md' }),
  in: z.enum(['body', 'path', 'query', 'header']),
  pointer: z.string().meta({ description: 'JSON pointer (RFC 6901) to what is wrong' }),
  row: z.int().optional().meta({ description: 'Row of the table that the pointer names; the headings are row 1' }),
  column: z.string().optional().meta({ description: "Heading of the table's column" }),
  within: z.string().optional().meta({ description: 'JSON pointer within the file that the pointer names' }),
  message: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  hint: z.string().meta({ description: 'What to do, in a sentence' }),
});

/** Why a request failed (RFC 9457), with everything that was found wrong with it. */
export const ProblemDocument = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'The code of all errors, or SEVERAL where they differ' }),
    detail: z.string(),
    instance: z.string().optional().meta({ description: 'Id of the request, as in the log' }),
    errors: z.array(ProblemError).min(1),
  })
  .meta({ id: 'Problem' });

/** A problem as plain JSON. */
export type ProblemDocument = z.output<typeof ProblemDocument>;
