/** The errors that the functions of this folder throw: all of them come from planning. */
export { planningErrors as appErrors } from '../planning/errors.ts';
