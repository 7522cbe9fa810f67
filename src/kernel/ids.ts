declare const id: unique symbol;
type Id<Name extends string> = string & { readonly [id]: Name };

/** The caller's own name of a customer; unique in its territory. */
export type CustomerId = Id<'CustomerId'>;
/** The caller's own name of a rep; unique in its territory. */
export type RepId = Id<'RepId'>;
/** The caller's own name of a contact; unique among the contacts of its customer. */
export type ContactId = Id<'ContactId'>;
/** The caller's own name of a companion, who leads reps to customers; unique in its territory. */
export type CompanionId = Id<'CompanionId'>;
/** The caller's own name of a request; unique in its territory. */
export type RequestId = Id<'RequestId'>;
/**
 * One visit due: `customer/frequency/cycle/number`, with the contact after the frequency where there is one, or
 * `customer/request/name`; the same in every run over the same data.
 */
export type VisitId = Id<'VisitId'>;

/** Brands a caller's string as a customer id. */
export const customerId = (text: string): CustomerId => text as CustomerId;
/** Brands a caller's string as a rep id. */
export const repId = (text: string): RepId => text as RepId;
/** Brands a caller's string as a contact id. */
export const contactId = (text: string): ContactId => text as ContactId;
/** Brands a caller's string as a companion id. */
export const companionId = (text: string): CompanionId => text as CompanionId;
/** Brands a caller's string as a request id. */
export const requestId = (text: string): RequestId => text as RequestId;
/** Brands the parts of a visit's name. */
export const visitId = (...parts: readonly (string | number)[]): VisitId => parts.join('/') as VisitId;
