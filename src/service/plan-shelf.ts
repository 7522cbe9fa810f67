import { sizeOf } from './encoded-plan.ts';
import type { PlanRecord } from './plan-record.ts';

/** Limits of the plans that are kept after their end. */
export interface ShelfLimits {
  readonly plans: number;
  readonly bytes: number;
}

/**
 * The requested plans by id. Plans that have ended make room for others, the oldest first. Failed ones have a number of their
 * own: whoever cancels many plans pushes nobody else's out.
 */
export class PlanShelf {
  readonly #limits: ShelfLimits;
  readonly #records = new Map<string, PlanRecord>();

  constructor(limits: ShelfLimits) {
    this.#limits = limits;
  }

  get(id: string): PlanRecord | null {
    return this.#records.get(id) ?? null;
  }

  put(record: PlanRecord): void {
    this.#records.set(record.id, record);
  }

  /** In the order of their requests. */
  all(): readonly PlanRecord[] {
    return [...this.#records.values()];
  }

  /** Bytes of all plans that are kept. */
  get bytes(): number {
    return this.all().reduce((sum, record) => sum + bytesOf(record), 0);
  }

  /** Removes plans that have ended until the rest is within the limits, failed ones first, then the oldest; returns their ids. */
  tidy(): readonly string[] {
    const ended = this.all().filter(({ isEnded }) => isEnded);
    const failed = ended.filter(isFailed).toSorted(byEnd);
    const planned = ended.filter((record) => !isFailed(record)).toSorted(byEnd);
    const latest = ended.toSorted(byEnd).at(-1);
    let bytes = ended.reduce((sum, record) => sum + bytesOf(record), 0);
    const gone: string[] = [];
    for (const group of [failed, planned]) {
      let count = group.length;
      for (const record of group) {
        // The latest stays, however large it is: its caller waits for it.
        if (record === latest || (count <= this.#limits.plans && bytes <= this.#limits.bytes)) break;
        this.#records.delete(record.id);
        gone.push(record.id);
        count--;
        bytes -= bytesOf(record);
      }
    }
    return gone;
  }
}

const isFailed = ({ facts }: PlanRecord): boolean => facts.state === 'failed' || facts.state === 'cancelled';

const byEnd = (a: PlanRecord, b: PlanRecord): number => endOf(a) - endOf(b);

const bytesOf = ({ facts, value }: PlanRecord): number => value.byteLength + (facts.plan === null ? 0 : sizeOf(facts.plan));

const endOf = ({ facts }: PlanRecord): number => facts.endedAt?.epochMilliseconds ?? 0;
