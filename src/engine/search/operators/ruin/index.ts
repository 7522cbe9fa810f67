import { lineRuin } from './line.ts';
import type { RuinOperator } from './ruin.ts';
import { stringRuin } from './strings.ts';

/** All ruins; the first works on every problem and stands in where another finds nothing to take. */
export const ruins: readonly [RuinOperator, ...RuinOperator[]] = [stringRuin, lineRuin];
