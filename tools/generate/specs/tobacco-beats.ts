import { tobacco } from '../../../src/policies/tobacco.ts';
import type { BeatSpec } from '../spec.ts';
import { MONTH, ORIGIN } from './december.ts';

/** The common fields of territories with the tobacco policy. */
export const tobaccoGround = { by: 'beats', policy: tobacco, origin: ORIGIN, month: MONTH } as const;

/** The usual transport of a rep: the company's e-bike only. */
export const byEBike = { vehicles: ['e-bike'], modes: [] } as const satisfies Partial<BeatSpec>;

/** A rep in town. */
export const townBeat: BeatSpec = {
  ...byEBike,
  rep: 'T1',
  repName: '钱小满',
  prefix: 'T',
  area: '澄埠城区',
  setting: 'town',
  customers: 256,
  spread: 1.2,
  office: { east: 0, north: 0 },
  leave: [],
};

/** A rep in the country, with an office some way from the town. */
export const countryBeat: BeatSpec = {
  ...byEBike,
  rep: 'V1',
  repName: '陆谷雨',
  prefix: 'V',
  area: '北荡片区',
  setting: 'country',
  customers: 248,
  spread: 1.2,
  office: { east: 15_500, north: 9_000 },
  leave: [],
};
