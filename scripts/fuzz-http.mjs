// Fuzzes a running service from its own OpenAPI document with schemathesis (pip install schemathesis), which must be on the PATH.
// Everything after "--" goes to schemathesis.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'unsupported_method',
];

const sample = ['fixtures/hamlet-4', '--from', '2026-12-08', '--days', '1', '--time', '1s'];
const service = spawn(
  process.execPath,
  ['src/main-cli.ts', 'serve', ...sample, '--port', '0', '--longest', '2s', '--json', '--log', 'warn'],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
try {
  const [line] = await once(createInterface({ input: service.stdout }), 'line');
  const { url } = JSON.parse(line);
  const fuzz = spawn(
    'schemathesis',
    ['run', `${url}/openapi.json`, '--checks', CHECKS.join(), '--suppress-health-check', 'all', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  const [code] = await once(fuzz, 'exit');
  process.exitCode = code;
} catch (error) {
  console.error(`${error.message}. Is schemathesis installed (pip install schemathesis)?`);
  process.exitCode = 1;
} finally {
  const ended = once(service, 'exit');
  service.kill('SIGTERM');
  await ended;
}
