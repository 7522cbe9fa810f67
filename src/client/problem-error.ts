import type { ProblemDocument } from '../contract/service/problem-document.ts';

/** A request that the service refused, with everything that it found wrong. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(`${problem.title}. ${problem.detail}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
