import type { Customer } from './customer.ts';
import type { Rep } from './rep.ts';

/** Whether a customer is open to a rep: it requires that rep, or none. */
export const isOpenTo = ({ requiredRep }: Customer, { id }: Rep): boolean => requiredRep === null || requiredRep === id;

/** Whether a rep serves the customer's part of the territory. Reps without areas serve all of them. */
export const coversAreaOf = ({ areas }: Rep, { area }: Customer): boolean => area === null || areas.length === 0 || areas.includes(area);

/** Whether a rep may serve a customer: both the required rep and the area have to allow it. */
export const mayServe = (rep: Rep, customer: Customer): boolean => isOpenTo(customer, rep) && coversAreaOf(rep, customer);
