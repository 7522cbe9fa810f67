import { type Finding, refuse } from '../../kernel/finding.ts';

/** Collects all findings of an input, so that they are reported together. */
export class Findings {
  readonly #found: Finding[] = [];

  /** Adds findings. */
  report(...found: readonly Finding[]): void {
    this.#found.push(...found);
  }

  /** Number of findings so far. A reader that compares it before and after knows whether its part is valid. */
  get count(): number {
    return this.#found.length;
  }

  /** All findings, file by file and row by row. */
  inOrder(): readonly Finding[] {
    const files = [...new Set(this.#found.map(({ at }) => at.file))];
    return this.#found.toSorted((a, b) => files.indexOf(a.at.file) - files.indexOf(b.at.file) || (a.at.row ?? 0) - (b.at.row ?? 0));
  }

  /** Throws all findings in order; does nothing without findings. */
  refuse(): void {
    refuse(this.inOrder());
  }
}
