export {
  BeatplanClient,
  type ClientOptions,
  type FileFormat,
  type FileOptions,
  type RequestOptions,
  type Requested,
  type WantedDays,
} from './beatplan-client.ts';
export { ProblemError } from './problem-error.ts';
