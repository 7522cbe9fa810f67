import { sizeOf } from './encoded-plan.ts';
import type { PlanRecord } from './plan-record.ts';

/** Limits of the plans that are kept after their end. */
export interface ShelfLimits {
  readonly plans: number;
  readonly bytes: number;
}

/** The requested plans by id. Plans that have ended make room for others, the oldest first. */
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

  /** Removes the oldest plans that have ended until the rest is within the limits; returns their ids. */
  tidy(): readonly string[] {
    const ended = this.all().filter(({ isEnded }) => isEnded);
    let [count, bytes] = [ended.length, ended.reduce((sum, record) => sum + bytesOf(record), 0)];
    const gone: string[] = [];
    for (const record of ended.toSorted((a, b) => endOf(a) - endOf(b))) {
      // The latest stays, however large it is: its caller waits for it.
      if (count <= 1 || (count <= this.#limits.plans && bytes <= this.#limits.bytes)) break;
      this.#records.delete(record.id);
      gone.push(record.id);
      count--;
      bytes -= bytesOf(record);
    }
    return gone;
  }
}

const bytesOf = ({ facts, value }: PlanRecord): number => value.byteLength + (facts.plan === null ? 0 : sizeOf(facts.plan));

const endOf = ({ facts }: PlanRecord): number => facts.endedAt?.epochMilliseconds ?? 0;
