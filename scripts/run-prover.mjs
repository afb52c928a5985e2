/** 校对线程: the thread that finishes and proves books (outputs/prover.ts). */
import { parentPort } from 'node:worker_threads';
import { loadBundle } from './run-program.mjs';

const { program, keep } = loadBundle('prover');
await program.serve(parentPort);
keep();
