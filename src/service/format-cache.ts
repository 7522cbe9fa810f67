import { raised } from './plan-record.ts';

/** A format that is being written, for all callers who wait for it. */
interface Pending {
  readonly written: Promise<Uint8Array>;
  readonly giveUp: AbortController;
  callers: number;
}

/**
 * Written formats by key, the latest used last, within a number of bytes. Callers of the same key wait for one task,
 * which is dropped when all of them have left.
 */
export class FormatCache {
  readonly #mostBytes: number;
  readonly #written = new Map<string, Uint8Array>();
  readonly #pending = new Map<string, Pending>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** The format of a key, written if need be. Rejects with the signal's reason when the caller leaves. */
  async get(key: string, write: (signal: AbortSignal) => Promise<Uint8Array>, signal?: AbortSignal): Promise<Uint8Array> {
    const kept = this.#written.get(key);
    if (kept !== undefined) {
      this.#keep(key, kept);
      return kept;
    }
    const pending = this.#pending.get(key) ?? this.#start(key, write);
    pending.callers++;
    const leave = (): void => {
      pending.callers--;
      if (pending.callers > 0) return;
      // A later caller starts anew.
      this.#pending.delete(key);
      pending.giveUp.abort(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await (signal === undefined ? pending.written : Promise.race([pending.written, rejection(signal)]));
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  #start(key: string, write: (signal: AbortSignal) => Promise<Uint8Array>): Pending {
    const giveUp = new AbortController();
    const written = write(giveUp.signal)
      .then((bytes) => {
        this.#keep(key, bytes);
        return bytes;
      })
      .finally(() => {
        if (this.#pending.get(key)?.giveUp === giveUp) this.#pending.delete(key);
      });
    // Callers who have left do not wait for the failure.
    written.catch(() => undefined);
    const pending = { written, giveUp, callers: 0 };
    this.#pending.set(key, pending);
    return pending;
  }

  /** Keeps a format as the latest used; removes the oldest beyond the limit. One that is too large is not kept. */
  #keep(key: string, bytes: Uint8Array): void {
    this.#remove(key);
    if (bytes.length > this.#mostBytes) return;
    this.#written.set(key, bytes);
    this.#bytes += bytes.length;
    for (const oldest of this.#written.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#bytes -= this.#written.get(key)?.length ?? 0;
    this.#written.delete(key);
  }
}

/** Rejects with the signal's reason when it is raised. */
async function rejection(signal: AbortSignal): Promise<never> {
  await raised(signal);
  throw signal.reason;
}
