import { defineError } from '../../kernel/finding.ts';

/** Errors of travel services. */
export const travelErrors = {
  travelServiceFailed: defineError({
    code: 'TRAVEL_SERVICE_FAILED',
    kind: 'unavailable',
    title: 'A travel service gives no times',
    when: 'An OSRM-compatible service named by `--osrm` does not answer in time, or answers something that is no table of times and distances.',
    message: ({ mode, problem }: { readonly mode: string; readonly problem: string }) =>
      `The travel service for ${mode} failed: ${problem}`,
    hint: () => 'Check that it runs and has a `table` service with distances, or leave out --osrm to use estimates.',
  }),
  travelTooLarge: defineError({
    code: 'TRAVEL_TOO_LARGE',
    kind: 'invalid',
    title: 'Too many places for a travel service',
    when: 'Reps who are planned together have more places than a travel service is asked for.',
    message: ({ places, most }: { readonly places: number; readonly most: number }) =>
      `A travel service is asked for at most ${most} places at once; here are ${places}`,
    hint: () => 'Plan parts of the territory apart, or give the times in files under travel.',
  }),
  travelNotRecorded: defineError({
    code: 'TRAVEL_NOT_RECORDED',
    kind: 'missing',
    title: 'Travel is not in the record',
    when: 'The folder of `--travel-record` has answers for a mode, but not for these places, and no address is given to ask for them.',
    message: ({ mode }: { readonly mode: string }) => `The record lacks travel by ${mode} between these places`,
    hint: ({ mode }) => `Add --osrm ${mode}=<address> to ask for it, or name the folder that the plan was recorded with.`,
  }),
  travelRecordUnusable: defineError({
    code: 'TRAVEL_RECORD_UNUSABLE',
    kind: 'unavailable',
    title: 'The record of travel cannot be used',
    when: 'A file in the folder of `--travel-record` cannot be read or written, or holds something else.',
    message: ({ problem }: { readonly problem: string }) => `The record of travel cannot be used: ${problem}`,
    hint: () => 'Name a folder of its own that you may write to, or delete the file.',
  }),
} as const;
