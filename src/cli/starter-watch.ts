import { exitCodes } from './exit-codes.ts';

/** The variable by which `bin/beatplan.mjs` marks the process that it starts with another Node. */
const STARTED = 'BEATPLAN_STARTED';

/** Ends this process when the process that started it is gone: a starter that is killed cannot pass the signal on. */
export function endWithStarter(): void {
  if (process.env[STARTED] === undefined) return;
  // Processes that this one starts have another parent.
  delete process.env[STARTED];
  const end = () => process.exit(exitCodes.interrupted);
  process.once('disconnect', end);
  // The watch alone keeps no command running.
  process.channel?.unref();
  if (!process.connected) end();
}
