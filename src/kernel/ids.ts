declare const id: unique symbol;
type Id<Name extends string> = string & { readonly [id]: Name };

/** The caller's own name of a customer; unique in its territory. */
export type CustomerId = Id<'CustomerId'>;
/** The caller's own name of a rep; unique in its territory. */
export type RepId = Id<'RepId'>;
/** One visit due: `customer/frequency/cycle/number`, the same in every run over the same data. */
export type VisitId = Id<'VisitId'>;

/** Brands a caller's string as a customer id. */
export const customerId = (text: string): CustomerId => text as CustomerId;
/** Brands a caller's string as a rep id. */
export const repId = (text: string): RepId => text as RepId;
/** Brands the parts of a visit's name. */
export const visitId = (...parts: readonly (string | number)[]): VisitId => parts.join('/') as VisitId;
