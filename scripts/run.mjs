/** chongpai itself, in the process that supervise.mjs watches over. */
import { Worker } from 'node:worker_threads';
import { main } from '../build/js/cli.js';

/** When the supervisor was killed, this process hears it by itself; in a long step only another thread does. */
const watch = `
  const supervisor = process.ppid;
  setInterval(() => process.ppid === supervisor || process.kill(process.pid, 'SIGKILL'), 3_000);
`;
new Worker(watch, { eval: true }).unref();

await main(process.argv);
