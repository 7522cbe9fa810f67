import type { Mode } from '../mode.ts';
import { bicycle } from './bicycle.ts';
import { bus } from './bus.ts';
import { car } from './car.ts';
import { eBike } from './e-bike.ts';
import { mopedTaxi } from './moped-taxi.ts';
import { motorbike } from './motorbike.ts';
import { sharedBicycle } from './shared-bicycle.ts';
import { taxi } from './taxi.ts';
import { walk } from './walk.ts';

/** All modes of transport. Adding one is a file here and a line in this list. */
export const modes: readonly Mode[] = [
  walk,
  // Own vehicles.
  bicycle,
  eBike,
  motorbike,
  car,
  // By the ride.
  sharedBicycle,
  bus,
  mopedTaxi,
  taxi,
];

/** The mode of an id, or null when there is none. */
export const modeOf = (id: string): Mode | null => modes.find((mode) => mode.id === id) ?? null;
