import { parentPort } from 'node:worker_threads';
import { type LookJob, look } from './look.js';

// A thread of its own that looks at pages: one job, one answer.
parentPort?.once('message', async (job: LookJob) => {
  parentPort?.postMessage(await look(job));
});
