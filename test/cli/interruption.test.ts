import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type StoppableWork, stoppable } from '../../src/cli/interruption.ts';

/** Work that runs until it is stopped, and then returns its best. */
function aSearch(): StoppableWork<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { done: promise, stop: () => resolve('best so far') };
}

describe('stoppable', () => {
  it('keeps the best when it is interrupted once', async () => {
    const messages: string[] = [];
    const found = stoppable(aSearch(), (message) => messages.push(message));
    process.emit('SIGINT');
    expect(await found).toBe('best so far');
    expect(messages).toEqual(['Stopping with the best plan so far. Press Ctrl-C again to quit without it.']);
  });

  it('takes signals in quick succession for one press', async () => {
    const messages: string[] = [];
    const found = stoppable(aSearch(), (message) => messages.push(message));
    process.emit('SIGINT');
    process.emit('SIGINT');
    expect(await found).toBe('best so far');
    expect(messages).toHaveLength(1);
  });

  it('leaves interrupts alone when the work is done', async () => {
    const before = process.listenerCount('SIGINT');
    await stoppable({ done: Promise.resolve('done'), stop: () => {} }, () => {});
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('quits with 130 when it is interrupted again', async () => {
    const module = new URL('../../src/cli/interruption.ts', import.meta.url).href;
    const script = `
      import { stoppable } from '${module}';
      const busy = setInterval(() => {}, 1000);
      setTimeout(() => console.log('ready'), 1);
      await stoppable({ done: new Promise(() => {}), stop: () => {} }, (message) => console.log(message));
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    await once(child.stdout, 'data'); // it is stopping
    // Later than what counts as the same press.
    const again = setInterval(() => child.kill('SIGINT'), 100);
    const [code] = await once(child, 'exit');
    clearInterval(again);
    expect(code).toBe(130);
  });
});
