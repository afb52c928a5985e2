import { MessageChannel, Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newBrowserPool } from '../scripts/chromium/browser-pool.js';
import { proofHere } from '../scripts/outputs/book-proof.js';
import { type ProofThread, proofIn, threadOver } from '../scripts/outputs/proof-thread.js';
import { serve } from '../scripts/outputs/prover.js';
import { newFolder, run } from './cli/run.js';
import { printDocuments } from './prepress/print-sample.js';
import { sampleBook, sampleFolios, sampleHtml } from './prepress/sample-book.js';

const pool = newBrowserPool();
const work = { book: sampleBook, fontCss: '', name: ['publication', 'issue', 'zh-Hans'] };
const options = { modified: new Date(0), labels: sampleFolios };
const pages = sampleFolios.map((folio) => ({
  ...{ galley: 0, folio, running: '', isBound: false },
  ...{ ids: [], opens: false },
}));
let printed: Uint8Array;
let lost: Uint8Array;
beforeAll(async () => {
  [printed, lost] = (await printDocuments([sampleHtml, sampleHtml.replace('齐聚', '聚')])) as [
    Uint8Array,
    Uint8Array,
  ];
});
afterAll(() => pool.close());

async function proven(proof: ReturnType<typeof proofIn>, file: Uint8Array) {
  const pdf = await proof.finish(file, options);
  return { pdf: Buffer.from(pdf).toString('latin1'), ...(await proof.check(pdf, pages)) };
}

/** The thread's program beside the test. */
function besideUs(): ProofThread {
  const { port1, port2 } = new MessageChannel();
  void serve(port1);
  port2.once('close', () => port2.emit('exit', 0));
  return threadOver(port2 as unknown as Worker);
}

describe('the proof of a book in a thread', () => {
  it('gives the bytes, the findings and the places of the text that it gives here', async () => {
    const thread = besideUs();
    const [good, bad] = [proofIn(thread, work, pool), proofIn(thread, work, pool)];
    const results = await Promise.all([proven(good, printed), proven(bad, lost)]);
    expect(results[0]).toEqual(await proven(proofHere(work), printed));
    expect(results[1]).toEqual(await proven(proofHere(work), lost));
    expect(results[0]!.text?.starts.get('01.md')).toBeGreaterThanOrEqual(0);
    expect(results[1]!.text).toBeUndefined();
    expect(results[1]!.findings.map(({ rule }) => rule)).toContain('lost');
    await thread.end();
  });

  it('is done here when the thread ends or never begins', async () => {
    const expected = await proven(proofHere(work), printed);
    for (const program of [
      'process.exit(3)',
      'throw new Error("no such file")',
      "require('node:worker_threads').parentPort.once('message', () => process.exit(1))",
    ]) {
      const thread = threadOver(new Worker(program, { eval: true }));
      expect(await proven(proofIn(thread, work, pool), printed)).toEqual(expected);
      await thread.end();
    }
  });

  it('tells what is wrong with a file as it is told here', async () => {
    const thread = besideUs();
    const proof = proofIn(thread, work, pool);
    const damaged = new TextEncoder().encode('no PDF');
    const reason = await proofHere(work)
      .finish(damaged, options)
      .catch((error: Error) => error);
    await expect(proof.finish(damaged, options)).rejects.toEqual(reason);
    await thread.end();
  });
});

describe('the build command', () => {
  it('has a short book finished and proven in the thread', async () => {
    const folder = newFolder({
      'manuscript/publication.yaml': 'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: [contents]\n',
      'manuscript/book/01.md': '# 春日出游\n\n今日天气晴好。\n',
      'manuscript/book/issue.yaml': 'date: 2025-02-26\nsections:\n  - articles: ["01"]\n',
      'listen.cjs': `const { parentPort } = require('node:worker_threads');
const post = parentPort?.postMessage.bind(parentPort);
if (post) parentPort.postMessage = (answer, ...rest) => {
  const { result, error } = answer;
  const step = error ?? (result instanceof Uint8Array ? 'finish' : result?.findings && 'check ' + result.findings.length);
  if (step) require('node:fs').appendFileSync(${'`'}\${__dirname}/answers${'`'}, step + '\\n');
  post(answer, ...rest);
};
`,
    });
    const env = { NODE_OPTIONS: `--require ${folder.path('listen.cjs')}` };
    expect(await run(['build'], { cwd: folder.root, env })).toMatchObject({ code: 0 });
    expect(folder.read('answers')).toBe('finish\ncheck 0\n');
    folder.remove();
  });
});
