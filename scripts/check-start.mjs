// Runs "npm start" as a newcomer would, waits until the sample on the first page is planned, and ends it as a machine would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const PATIENCE = 60_000; // milliseconds from the start to the plan

const child = spawn('npm', ['start', '-s', '--', '--port', '0', '--json', '--log', 'warn'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});
const started = performance.now();
try {
  const [line] = await once(createInterface({ input: child.stdout }), 'line', { signal: AbortSignal.timeout(PATIENCE) });
  const { url, plan } = JSON.parse(line);
  for (;;) {
    const { state } = await (await fetch(`${plan}/solve`)).json();
    if (state === 'done') break;
    if (state === 'failed' || performance.now() - started > PATIENCE) throw new Error(`The sample plan is ${state}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const page = await (await fetch(`${url}/`)).text();
  if (!page.includes(`${new URL(plan).pathname}.html`)) throw new Error('The first page shows no plan.');
  const [visits] = /Visits .*/.exec(await (await fetch(`${plan}.txt`)).text()) ?? [];
  console.log(`npm start: the sample is planned on the first page after ${Math.round((performance.now() - started) / 1000)} s. ${visits}`);
} finally {
  // npm hands no signals on to what its shell runs: the whole group gets it.
  const ended = once(child, 'exit');
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  await ended;
}
