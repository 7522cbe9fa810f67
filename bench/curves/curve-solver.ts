import { join } from 'node:path';
import type { Solver } from '../public/solver-process.ts';

/** Our search on sample territories, called by the name of a case. */
export const curveSolver: Solver = { name: 'beatplan', command: [process.execPath, join(import.meta.dirname, 'solve-curve.ts')] };
