/** chongpai itself, in the process that supervise.mjs watches over. */
import { isatty, WriteStream } from 'node:tty';
import { Worker } from 'node:worker_threads';
import { main } from '../build/js/cli.js';

/** When the supervisor was killed, this process hears it by itself; in a long step only another thread does. */
const watch = `
  const supervisor = process.ppid;
  setInterval(() => process.ppid === supervisor || process.kill(process.pid, 'SIGKILL'), 3_000);
`;
new Worker(watch, { eval: true }).unref();

// Standard error passes through the supervisor; where that is a terminal, it is ours too, for progress and questions.
await main(process.argv, isatty(4) ? new WriteStream(4) : process.stderr);
