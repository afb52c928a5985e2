import type { MessagePort } from 'node:worker_threads';
import { type BookProof, proofHere, type ToProve } from './book-proof.js';

/** A step of the proof of a book, which is known by its number. */
export type Step =
  | { step: 'begin'; given: [ToProve] }
  | { [Name in keyof BookProof]: { step: Name; given: Parameters<BookProof[Name]> } }[keyof BookProof]
  | { step: 'end'; given: [] };

/** A request to the thread, and its answer: the result of the step, or why there is none. */
export type Request = Step & { id: number; proof: number };
export interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** The thread's program: proofs of books, in which the steps are asked for one by one. Resolves when it is told to end. */
export function serve(port: MessagePort): Promise<void> {
  const proofs = new Map<number, BookProof>();
  const run = (request: Request): unknown => {
    const { proof, step, given } = request;
    if (step === 'begin') return void proofs.set(proof, proofHere(...given));
    if (step === 'finish') return proofs.get(proof)!.finish(...given);
    if (step === 'check')
      return proofs
        .get(proof)!
        .check(...given)
        .finally(() => proofs.delete(proof));
    return port.close();
  };
  return new Promise((resolve) => {
    port.once('close', resolve);
    port.on('message', async (request: Request) => {
      const answer = (rest: Omit<Answer, 'id'>) => port.postMessage({ id: request.id, ...rest });
      try {
        answer({ result: await run(request) });
      } catch (error) {
        answer({ error: String(error) });
      }
    });
  });
}
