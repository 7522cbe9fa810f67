import { FORBIDDEN } from '../../terms/terms.ts';
import type { Stance } from '../rule.ts';

/** The price of one unit: `FORBIDDEN` under a must. */
export const priceOf = (stance: Stance): number => (stance === 'must' ? FORBIDDEN : stance);

/** The price of one second where the policy prices minutes: a fraction, or `FORBIDDEN` under a must. */
export const perSecond = (stance: Stance): number => priceOf(stance) / 60;

/** The price of one unit of money: by the worth of an hour of the rep, or else as the policy has it. */
export const perMoney = (valueOfTime: number | null, stance: Stance): number =>
  valueOfTime === null ? priceOf(stance) : 3600 / valueOfTime;

/** The price of one second where the policy prices hours: a fraction, or `FORBIDDEN` under a must. */
export const perHour = (stance: Stance): number => priceOf(stance) / 3600;
