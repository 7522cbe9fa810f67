import { type Finding, type Place, refuse } from '../../kernel/finding.ts';
import { fileErrors } from './file-errors.ts';

/** The most findings that are kept with their texts: more do not help anybody. */
const MOST = 100;

/**
 * Collects all findings of an input, so that they are reported together. The first hundred are kept; the others are counted,
 * and the rows in which they are. So an input that is wrong from end to end costs little memory and gives a short answer.
 */
export class Findings {
  readonly #kept: Finding[] = [];
  readonly #rows = new Map<string, Set<number>>();
  /** Places whose value has a finding that makes all others there pointless. */
  readonly #closed = new Set<string>();
  #count = 0;
  #countInRows = 0;
  /** The first finding that was not kept. */
  #next: Finding | null = null;

  /** Adds a finding, unless its place is closed. */
  report(finding: Finding): void {
    if (this.#closed.size > 0 && this.#closed.has(keyOf(finding.at))) return;
    this.#count++;
    if (this.#kept.length < MOST) this.#kept.push(finding);
    else this.#next ??= finding;
    const { file, row } = finding.at;
    if (row === undefined) return;
    this.#countInRows++;
    const rows = this.#rows.get(file);
    if (rows === undefined) this.#rows.set(file, new Set([row]));
    else rows.add(row);
  }

  /** Adds a finding, and closes its place: the value there is none, and whatever else is wrong with it follows from that. */
  reportAlone(finding: Finding): void {
    this.report(finding);
    this.#closed.add(keyOf(finding.at));
  }

  /** Adds each finding of a list. */
  reportAll(findings: Iterable<Finding>): void {
    for (const finding of findings) this.report(finding);
  }

  /** Adds the findings of another part of the input, those that were only counted as well; each may be worded anew. */
  add(other: Findings, reword: (finding: Finding) => Finding = (finding) => finding): void {
    const place = MOST - this.#kept.length;
    this.#kept.push(...other.#kept.slice(0, place).map(reword));
    this.#next ??= other.#kept[place] ?? other.#next;
    this.#count += other.#count;
    this.#countInRows += other.#countInRows;
    for (const [file, rows] of other.#rows) this.#rows.set(file, rows.union(this.#rows.get(file) ?? new Set()));
  }

  /** Number of findings so far. A reader that compares it before and after knows whether its part is valid. */
  get count(): number {
    return this.#count;
  }

  /** The numbers of all rows with findings, by file. */
  get rows(): ReadonlyMap<string, ReadonlySet<number>> {
    return this.#rows;
  }

  /** Whether each finding is in a row of one of these files. */
  areInRowsOf(files: { has(file: string): boolean }): boolean {
    return this.#countInRows === this.#count && [...this.#rows.keys()].every((file) => files.has(file));
  }

  /** The findings, file by file and row by row; where some were only counted, the last one says how many. */
  inOrder(): readonly Finding[] {
    const files = [...new Set(this.#kept.map(({ at }) => at.file))];
    const ordered = this.#kept.toSorted((a, b) => files.indexOf(a.at.file) - files.indexOf(b.at.file) || (a.at.row ?? 0) - (b.at.row ?? 0));
    if (this.#next === null) return ordered;
    return [...ordered, fileErrors.moreFindings({ at: this.#next.at, more: this.#count - this.#kept.length })];
  }

  /** Throws all findings in order; does nothing without findings. */
  refuse(): void {
    refuse(this.inOrder());
  }
}

const keyOf = ({ file, row = 0, column = '' }: Place) => `${file}\n${String(row)}\n${column}`;
