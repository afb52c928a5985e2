import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { explain } from '../tell/explain.js';
import type { Answer, Job } from './job.js';

/** The bundle's entry (`bin.mjs`): absent where the program runs from its sources, as its tests do. */
const restorer = new URL('./commands/restore/restorer.js', import.meta.url);

/** A thread for one file after the other. */
export interface RestoringThread {
  restore(job: Job): Promise<Answer>;
  end(): Promise<unknown>;
}

/** Starts a thread with its first file; one that breaks down gives the reason as the answer, and the next file a new one. */
export function newThread(): RestoringThread {
  if (!existsSync(fileURLToPath(restorer))) return { restore: restoreHere, end: async () => undefined };
  let worker: Worker | undefined;
  return {
    restore: async (job) => {
      worker ??= new Worker(restorer);
      try {
        return await answerOf(worker, job);
      } catch (error) {
        worker = undefined;
        return { error: explain(error, job.language) };
      }
    },
    end: async () => worker?.terminate(),
  };
}

async function restoreHere(job: Job): Promise<Answer> {
  const { restoreJob } = await import('./job.js');
  return restoreJob(job);
}

function answerOf(worker: Worker, job: Job): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(isMemory(error) ? tooLarge(job.name) : error);
    const ended = (code: number) => reject(new Error(`The thread of ${job.name} ended with ${code}`));
    worker.once('error', fail).once('exit', ended);
    worker.once('message', (answer: Answer) => {
      worker.off('error', fail).off('exit', ended);
      resolve(answer);
    });
    worker.postMessage(job);
  });
}

const isMemory = (error: unknown) =>
  error instanceof Error && (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooLarge = (path: string) => problem(say('memory-for-text'), { path, note: say('split-source') });
