import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PEER_PYTHON } from './peers.ts';

// Makes a virtual environment beside this file with the peers in the versions of requirements.txt. PYTHON names another Python.

const folder = import.meta.dirname;
const run = (program: string, ...words: readonly string[]) => execFileSync(program, words, { cwd: folder, stdio: 'inherit' });

run(process.env['PYTHON'] ?? 'python3', '-m', 'venv', join(folder, '.venv'));
run(PEER_PYTHON, '-m', 'pip', 'install', '--quiet', '--requirement', 'requirements.txt');
run(PEER_PYTHON, '-m', 'pip', 'freeze');
