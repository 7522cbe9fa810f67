import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../../src/cli/exit-codes.ts';
import { watchStandardOutput } from '../../../src/cli/output/standard-output.ts';
import { PlanDocument } from '../../../src/contract/plan/plan-document.ts';
import { filesWith } from '../../contract/territory-files.ts';
import { folderOf, shell } from '../beatplan.ts';

const WEEK = '--from 2026-12-07 --days 5 --work 500 --workers 1';
const isLinux = process.platform === 'linux';

/** A stream that fails with a code, or none. */
const aStream = (code: string | null, written: string[] = []) =>
  new Writable({
    autoDestroy: false,
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString());
      done(code === null ? null : Object.assign(new Error(code), { code }));
    },
  });

describe('standard output that fails', () => {
  it('shows in the exit code of a command that is done, with one line at most and no stack trace', async () => {
    const errors = fc.constantFrom(null, 'EPIPE', 'ENOSPC', 'EIO', 'EBADF', 'EAGAIN', 'EFBIG');
    await fc.assert(
      fc.asyncProperty(errors, errors, fc.constantFrom(...Object.values(exitCodes)), fc.nat(3), async (out, err, code, lines) => {
        const said: string[] = [];
        const stdout = aStream(out);
        const output = watchStandardOutput({ stdout, stderr: aStream(err, said) });
        for (let i = 0; i < lines; i++) stdout.write('line\n');
        const isFailed = out !== null && (code === exitCodes.done || code === exitCodes.requiredUnserved);
        expect(await output.exitCode(code)).toBe(isFailed ? exitCodes.outputFailed : code);
        expect(said.length).toBeLessThanOrEqual(out === null || out === 'EPIPE' ? 0 : 1);
        expect(said.join('')).not.toMatch(/\n\s+at /);
      }),
    );
  });

  it.skipIf(!isLinux).each(['rules', 'rules --json', 'validate .', 'init new', '--help', 'plan --help', '--version', `plan . ${WEEK}`])(
    'ends `beatplan %s` with 4',
    async (command) => {
      const ended = await shell(`"$0" "$1" ${command} > /dev/full`, await folderOf(filesWith({})));
      expect(ended).toEqual({
        code: 4,
        stdout: '',
        stderr: expect.stringMatching(/^Standard output cannot be written: no space is left\. [^\n]+\n$/),
      });
    },
  );

  it.skipIf(!isLinux).each([
    ['a full disk', '> /dev/full', 4],
    ['a full disk for errors too', '> /dev/full 2> /dev/full', 4],
    ['a reader that leaves at once', '| true; exit ${PIPESTATUS[0]}', 4],
    ['a closed output', '>&-', 0],
  ])('loses no files of a plan: %s', async (_name, redirection, expected) => {
    const folder = await folderOf(filesWith({}));
    const { code, stderr } = await shell(`"$0" "$1" plan . ${WEEK} --json -o out ${redirection}`, folder);
    expect({ code, stderr }).toEqual({ code: expected, stderr: expect.not.stringMatching(/\n\s+at /) });
    PlanDocument.parse(JSON.parse(await readFile(join(folder, 'out/plan.json'), 'utf8')));
    expect((await readdir(join(folder, 'out'))).toSorted()).toEqual(
      ['.beatplan.json', 'calendars', 'plan.csv', 'plan.geojson', 'plan.html', 'plan.json', 'plan.xlsx'].toSorted(),
    );
  });

  it.skipIf(!isLinux)('does not end a service, whose log goes there', { timeout: 60_000 }, async () => {
    // The port is free as long as nobody takes it between the two lines.
    const line = `
      port=$("$0" -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
      "$0" "$1" serve --port $port > /dev/full & service=$!
      for i in $(seq 600); do "$0" -e 'fetch("http://127.0.0.1:" + process.argv[1] + "/v1/plans").then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' $port && break; done
      "$0" -e 'fetch("http://127.0.0.1:" + process.argv[1] + "/health").then((r) => r.text()).then((t) => console.log(t))' $port
      kill -TERM $service; wait $service`;
    const { code, stdout, stderr } = await shell(line, await folderOf(new Map()));
    expect({ code, stdout }).toEqual({ code: 4, stdout: '{"status":"ok"}\n' });
    expect(stderr).toMatch(/^Standard output cannot be written: [^\n]+\nEnding: /);
  });
});
