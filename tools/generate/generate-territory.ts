import { generateBeats } from './generate-beats.ts';
import { generateTeam } from './generate-team.ts';
import type { GeneratedTerritory, TerritorySpec } from './spec.ts';

/** Makes a territory from its spec. The same spec gives the same bytes. A spec for which no witness is found is a bug. */
export const generateTerritory = (spec: TerritorySpec): GeneratedTerritory => ({
  id: spec.id,
  files: spec.by === 'beats' ? generateBeats(spec) : generateTeam(spec),
});
