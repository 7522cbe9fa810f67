import { ProcessPool } from '../../src/service/process-pool.ts';

// Starts a pool, reports the pid of its process, and stays until somebody ends it.
const pool = new ProcessPool({ module: new URL('./pooled-process.ts', import.meta.url), size: 1, megabytes: 64 });
process.send?.(await pool.run<number>({ name: 'pid', input: null }));
void pool.run({ name: process.argv[2] ?? 'spin', input: null });
setInterval(() => {}, 1000);
