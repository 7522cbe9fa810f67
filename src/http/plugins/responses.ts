import { ProblemDocument } from '../../contract/service/problem-document.ts';

const problem = { description: 'What is wrong, all of it', content: { 'application/problem+json': { schema: ProblemDocument } } };

/** The answers that every route may give besides its own. */
export const failures = { '4xx': problem, '5xx': problem } as const;
