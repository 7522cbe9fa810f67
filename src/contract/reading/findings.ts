import { type Finding, refuse } from '../../kernel/finding.ts';

/** Gathers what is wrong with an input, so that all of it is told at once. */
export class Findings {
  readonly #found: Finding[] = [];

  report(...found: readonly Finding[]): void {
    this.#found.push(...found);
  }

  /** How many there are so far; a reader that sees it grow knows that its part is not sound. */
  get count(): number {
    return this.#found.length;
  }

  /** All of them, file by file and row by row. */
  inOrder(): readonly Finding[] {
    const files = [...new Set(this.#found.map(({ at }) => at.file))];
    return this.#found.toSorted((a, b) => files.indexOf(a.at.file) - files.indexOf(b.at.file) || (a.at.row ?? 0) - (b.at.row ?? 0));
  }

  /** Throws all of them, in order; does nothing when there are none. */
  refuse(): void {
    refuse(this.inOrder());
  }
}
