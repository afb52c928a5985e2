import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../article/package-root.js';
import type { BrowserPool } from '../chromium/browser-pool.js';
import type { BookProof, ToProve } from './book-proof.js';
import type { Answer, Step } from './prover.js';

/** Its program's bundle (`bundle.mjs`): absent where chongpai runs from its sources, as its tests do. */
const bundle = fileURLToPath(new URL('./prover.cjs', import.meta.url));
const starter = join(packageRoot, 'scripts', 'run-prover.mjs');

/** A thread that finishes and proves books while this one reads and composes others. */
export interface ProofThread {
  /** @throws an error when the step fails there, or the thread has ended. */
  ask: (proof: number, step: Step) => Promise<unknown>;
  /** Lets it end. */
  end: () => Promise<void>;
}

/** Each belongs to the browser that prints the books, and ends with it at the latest. */
const threads = new WeakMap<BrowserPool, { current: ProofThread | undefined }>();
let proofs = 0;

/** Starts the thread of a browser, if there can be one: it gets ready while a book is made. */
export function startProving(pool: BrowserPool): ProofThread | undefined {
  if (!existsSync(bundle)) return undefined;
  const own = threads.get(pool) ?? { current: undefined };
  if (!threads.has(pool)) pool.whenClosed(() => endProving(pool));
  threads.set(pool, own);
  own.current ??= threadOver(new Worker(starter));
  return own.current;
}

/** Lets the thread of a browser end, which takes 60 MB: steps that it has not done are done here. */
export async function endProving(pool: BrowserPool): Promise<void> {
  const own = threads.get(pool);
  const thread = own?.current;
  if (own) own.current = undefined;
  await thread?.end();
}

/** The proof of a book in a thread. A step that fails there, for whatever reason, is done here: it tells the reason. */
export function proofIn({ ask }: ProofThread, work: ToProve, pool: BrowserPool): BookProof {
  const proof = ++proofs;
  const begun = ask(proof, { step: 'begin', given: [work] });
  begun.catch(() => undefined);
  let here: Promise<BookProof> | undefined;
  const proveHere = () => {
    here ??= import('./book-proof.js').then(({ proofHere }) => proofHere(work, pool));
    return here;
  };
  const step = <Result>(asked: Step, again: (own: BookProof) => Promise<Result>): Promise<Result> =>
    begun.then(() => ask(proof, asked) as Promise<Result>).catch(() => proveHere().then(again));
  return {
    finish: (...given) => step({ step: 'finish', given }, (own) => own.finish(...given)),
    check: (...given) => step({ step: 'check', given }, (own) => own.check(...given)),
  };
}

/** @param worker runs `serve` of `prover.ts` */
export function threadOver(worker: Pick<Worker, 'on' | 'once' | 'postMessage'>): ProofThread {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  let isGone = false;
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const fail = (error: Error) => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', fail).once('exit', (code) => fail(new Error(`The thread of proofs ended with ${code}`)));
  worker.on('message', ({ id, result, error }: Answer) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error === undefined) resolve?.(result);
    else reject?.(new Error(error));
  });
  const ask = (proof: number, step: Step) =>
    new Promise((resolve, reject) => {
      if (isGone) return reject(new Error('The thread of proofs has ended'));
      const id = ++asked;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, proof, ...step });
    });
  return {
    ask,
    end: async () => {
      void ask(0, { step: 'end', given: [] }).catch(() => undefined);
      await gone;
    },
  };
}
