import { Worker } from 'node:worker_threads';

const program = `
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 1_000);
`;

/**
 * Ends this process when its parent has ended. In most steps the closed channel tells it so; in a long step of
 * JavaScript only another thread hears anything.
 */
export function watchParent() {
  new Worker(program, { eval: true }).unref();
}
