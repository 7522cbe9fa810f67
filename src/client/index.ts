export { BeatplanClient, type ClientOptions, type RequestOptions, type Requested, type WantedDays } from './beatplan-client.ts';
export { ProblemError } from './problem-error.ts';
