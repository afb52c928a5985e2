import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type LookJob, look, type PageLook } from './look.js';

/** Starting a thread takes as long as looking at this many pages, */
const leastPages = 4;
/** and each needs work for a while. */
const pagesAThread = 8;
/** Each thread has a copy of the book and of the renderer, 100 MB. */
const mostThreads = 4;

/** The bundle's entry (`bin.mjs`): absent where the program runs from its sources, as its tests do. */
const looker = new URL('./prepress/look/looker.js', import.meta.url);

/** Looks at pages, in other threads where there are enough of them. @throws the error of a thread. */
export async function lookInThreads(job: LookJob): Promise<PageLook[]> {
  const threads = Math.min(mostThreads, availableParallelism(), Math.ceil(job.pages.length / pagesAThread));
  if (job.pages.length < leastPages || !existsSync(fileURLToPath(looker))) return look(job);
  const shared = { ...job, pdf: sharedCopy(job.pdf), mask: sharedCopy(job.mask) };
  const parts = Array.from({ length: threads }, (_, thread) =>
    job.pages.filter((__, index) => index % threads === thread),
  );
  return (await Promise.all(parts.map((pages) => lookInThread({ ...shared, pages })))).flat();
}

/** One copy for all threads. */
function sharedCopy(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

async function lookInThread(job: LookJob): Promise<PageLook[]> {
  const worker = new Worker(looker);
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The thread that looks at pages ended with ${code}`)));
      worker.postMessage(job);
    });
  } finally {
    await worker.terminate();
  }
}
