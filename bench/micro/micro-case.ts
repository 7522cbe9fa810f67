/** Something small whose speed is measured. */
export interface MicroCase {
  readonly name: string;
  /** Name of what is counted, such as `steps`. */
  readonly unit: string;
  /** How many of them one call does. */
  readonly perCall: number;
  /** Does them. The result depends on all of them, so that the engine cannot drop the work. */
  readonly run: () => number | Promise<number>;
}

/** Cases that are measured on the same problem or territory. */
export interface MicroSubject {
  readonly name: string;
  /** Null where its data are not on this machine. */
  readonly make: () => readonly MicroCase[] | null | Promise<readonly MicroCase[]>;
}
