import { PlanningError } from '../kernel/finding.ts';
import type { PlanRecord } from './plan-record.ts';
import { serviceErrors } from './errors.ts';

interface Use {
  /** Of the body. */
  readonly hash: Promise<string>;
  readonly record: Promise<PlanRecord>;
}

/** Which keys stand for which plans, so that a request that is sent again is not planned again. */
export class IdempotencyKeys {
  readonly #uses = new Map<string, Use>();
  /** By plan. */
  readonly #keys = new Map<string, string>();

  /** Starts a plan for a key that is new; gives the same plan for the same body, and refuses another. */
  async once(key: string, body: Uint8Array, start: () => Promise<PlanRecord>): Promise<PlanRecord> {
    const hash = hashOf(body);
    const earlier = this.#uses.get(key);
    if (earlier !== undefined) {
      if ((await earlier.hash) === (await hash)) return earlier.record;
      throw new PlanningError([serviceErrors.idempotencyKeyReused({ at: { file: 'header', pointer: '/idempotency-key' }, value: key })]);
    }
    const use = { hash, record: start() };
    this.#uses.set(key, use);
    try {
      const record = await use.record;
      this.#keys.set(record.id, key);
      return record;
    } catch (error) {
      // A request with findings may be sent again, corrected.
      this.#uses.delete(key);
      throw error;
    }
  }

  /** Lets go of the key of a plan that is no longer kept. */
  forget(plan: string): void {
    const key = this.#keys.get(plan);
    this.#keys.delete(plan);
    if (key !== undefined) this.#uses.delete(key);
  }
}

/** Computed in a thread of Node, so that a large body blocks no other request. */
async function hashOf(body: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(body))).toString('base64');
}
