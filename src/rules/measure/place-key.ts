import type { Location } from '../../domain/customer.ts';

/** A place as one string, by which it can be looked up. */
export const placeKey = ({ lat, lng }: Location): string => `${lat},${lng}`;
