import { type Finding, PlanningError } from '../kernel/finding.ts';
import { serviceErrors } from './errors.ts';
import type { PlanRecord } from './plan-record.ts';
import type { Search } from './processes.ts';

/** A plan that waits or is searched. */
export interface Job {
  readonly record: PlanRecord;
  search: Search | null;
  previewedAt: number;
}

/** Limits of one lane. */
export interface LaneLimits {
  /** Plans searched at once. */
  readonly searches: number;
  /** Plans that may wait for a search. */
  readonly waiting: number;
  /** Bytes of all requests that are read, wait or are searched. */
  readonly waitingBytes: number;
}

/** There is no room for a request now, but there may be after some seconds. */
export class NoRoom extends PlanningError {
  /** Whole seconds. */
  readonly retryAfter: number;

  constructor(finding: Finding, seconds: number) {
    super([finding]);
    this.retryAfter = Math.min(120, Math.max(1, Math.ceil(seconds)));
  }
}

/** The plans of a lane that wait or are searched, in the order of their requests, and the bodies that are read for it. */
export class SearchLane {
  readonly #limits: LaneLimits;
  readonly #jobs = new Map<string, Job>();
  #reading = 0;
  #readingBytes = 0;
  /** Seconds of a search, on average of the latest. */
  #usualSeconds: number;

  constructor(limits: LaneLimits, usualSeconds: number) {
    this.#limits = limits;
    this.#usualSeconds = usualSeconds;
  }

  get jobs(): readonly Job[] {
    return [...this.#jobs.values()];
  }

  get(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  add(job: Job): void {
    this.#jobs.set(job.record.id, job);
  }

  /** Takes a job out; gives whether it was there. */
  remove({ record }: Job): boolean {
    return this.#jobs.delete(record.id);
  }

  /** Number of plans searched before a job; 0 while it is searched. */
  ahead(job: Job): number {
    return job.search === null ? this.jobs.indexOf(job) : 0;
  }

  get searching(): number {
    return this.jobs.filter(({ search }) => search !== null).length;
  }

  /** The jobs to search next, as many as there are free processes. */
  get next(): readonly Job[] {
    const free = Math.max(0, this.#limits.searches - this.searching);
    return this.jobs.filter(({ search }) => search === null).slice(0, free);
  }

  /** Counts a body while it is read, if there is room. */
  async whileReading<T>(bytes: number, read: () => Promise<T>): Promise<T> {
    this.refuseWhenFull(bytes);
    this.#reading++;
    this.#readingBytes += bytes;
    try {
      return await read();
    } finally {
      this.#reading--;
      this.#readingBytes -= bytes;
    }
  }

  /** Throws where there is no room for another request. */
  refuseWhenFull(bytes: number): void {
    const waiting = this.#jobs.size - this.searching + this.#reading;
    const held = this.jobs.reduce((sum, job) => sum + job.record.value.byteLength, this.#readingBytes);
    const isFull = waiting >= this.#limits.waiting || (waiting > 0 && held + bytes > this.#limits.waitingBytes);
    if (isFull) throw new NoRoom(serviceErrors.queueFull({ at: { file: 'request' }, waiting }), this.#secondsToRoom);
  }

  /** Learns how long a search took. */
  noteSeconds(seconds: number): void {
    this.#usualSeconds = 0.8 * this.#usualSeconds + 0.2 * seconds;
  }

  /** Seconds until half of the jobs of the lane have ended. */
  get #secondsToRoom(): number {
    const rounds = (this.#jobs.size + this.#reading + 1) / this.#limits.searches;
    return (this.#usualSeconds * rounds) / 2;
  }
}
