/** A break that is taken: its index among the slot's breaks, and when it starts. */
export interface LaidBreak {
  readonly index: number;
  readonly start: number;
}

/** Times of one visit. `arrival` counts no break that starts after getting there. */
export interface LaidVisit {
  readonly depart: number;
  readonly arrival: number;
  readonly start: number;
  readonly end: number;
  /** Breaks between the stop before and this visit's start. */
  readonly breaks: readonly LaidBreak[];
}

/** Times of a slot: of its visits and of the leg home; and what they cost. */
export interface LaidSlot {
  readonly visits: readonly LaidVisit[];
  readonly back: { readonly depart: number; readonly arrival: number; readonly breaks: readonly LaidBreak[] };
  /** Travel and waiting, order prices, prices of travel, work, end and first start. */
  readonly cost: number;
  /** How the legs are made, the one home included; null where there is nothing to choose. */
  readonly ways: LaidWays | null;
}

/** The ways of a slot's legs, where there is a choice. */
export interface LaidWays {
  /** Index of the day's own vehicle among those of the slot's leg class; null for none. */
  readonly vehicle: number | null;
  /** By leg. */
  readonly legs: readonly LaidWay[];
}

/** How one leg is made. */
export interface LaidWay {
  /** Seconds; prices besides them. */
  readonly time: number;
  readonly price: number;
  /** Rank of the free way by which it is made, or that leads back to the vehicle; null where it is ridden from its start. */
  readonly free: number | null;
  /** How many stops before the leg's end the vehicle was parked; 0 where the leg ends with it, or the day has none. */
  readonly away: number;
}
