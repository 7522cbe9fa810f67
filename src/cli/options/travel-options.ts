import { resolve } from 'node:path';
import type { Command } from 'commander';
import { modeIds } from '../../contract/policy/mode-name.ts';
import { policyErrors } from '../../contract/policy/errors.ts';
import type { Findings } from '../../contract/reading/findings.ts';
import { valueErrors } from '../../contract/reading/value-errors.ts';
import type { TravelSources } from '../../domain/travel/travel-sources.ts';
import { cliErrors } from '../errors.ts';

/** Where travel times come from, as written. */
export interface TravelFlags {
  readonly osrm: readonly string[];
  readonly travelRecord?: string;
}

/** Adds the options that `readTravelSources` reads. */
export const addTravelOptions = (command: Command): Command =>
  command
    .option(
      '--osrm <mode=address>',
      'ask an OSRM-compatible service for travel by a mode, such as car=http://127.0.0.1:5000; it learns all places; may be repeated',
      (written: string, before: readonly string[]) => [...before, written],
      [],
    )
    .option('--travel-record <folder>', 'keep the answers of --osrm there, and use those that are there, also without --osrm');

/** Reads the sources of travel; null after findings. */
export function readTravelSources({ osrm, travelRecord }: TravelFlags, findings: Findings): TravelSources | null {
  const before = findings.count;
  const addresses: Record<string, string> = {};
  for (const written of osrm) {
    const [, mode = '', address = ''] = /^([^=]*)=(.*)$/s.exec(written) ?? [];
    const at = { file: '--osrm' };
    const url = addressOf(address);
    if (url === null) {
      const example = 'car=http://127.0.0.1:5000';
      findings.report(cliErrors.optionInvalid({ at, value: written, expected: 'a mode with the address of a service', example }));
    } else if (!modeIds.includes(mode)) findings.report(policyErrors.modeUnknown({ at, value: mode, choices: modeIds }));
    else if (addresses[mode] !== undefined)
      findings.report(valueErrors.optionsConflict({ at, value: written, other: `${mode}=${addresses[mode]}` }));
    else addresses[mode] = url;
  }
  return findings.count > before ? null : { addresses, record: travelRecord === undefined ? null : resolve(travelRecord) };
}

/** An address without a slash at its end; null for anything but HTTP, and for one with a name, a query or a fragment. */
function addressOf(written: string): string | null {
  const url = URL.parse(written.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
