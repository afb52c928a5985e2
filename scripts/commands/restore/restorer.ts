import { parentPort } from 'node:worker_threads';
import { type Job, restoreJob } from './job.js';

// A thread that is kept for many files: a job, an answer, until it is ended.
parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await restoreJob(job));
});
