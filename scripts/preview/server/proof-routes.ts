import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { names, readTextFile } from '../../article/manuscript.js';
import { readOverrides } from '../../article/overrides-file.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { changesOf, needsSource } from '../decide/changes-of.js';
import { type Change, reversed } from '../decide/decision.js';
import { noted, noteSchema, type Past, pastFor, readNotebook, writeNotebook } from '../decide/notebook.js';
import { readDecision } from '../decide/read-decision.js';
import { writeChanges } from '../decide/write-changes.js';
import { troubleOf } from '../layout/trouble.js';
import { textType } from '../layout/type.js';
import type { Call, Desk } from './desk.js';
import { readBody } from './read-body.js';
import { reply } from './reply.js';

/** Limits: a decision is some words; a text is at most a year of a newspaper. */
const decisionBytes = 64 * 1024;
const textBytes = 20 * 1024 * 1024;

/** Routes of 校样 and 对照, by method and path. */
export const proofRoutes: Record<string, (call: Call) => void | Promise<void>> = {
  'GET /proof': async ({ response, desk, query }) =>
    reply.json(response, await proofState(desk, issueOf(query, desk), query.has('beginning'))),
  'GET /compare': async ({ response, desk, query }) =>
    reply.json(response, { comparison: await comparisonOf(desk, issueOf(query, desk)) }),
  'GET /scan': async ({ response, desk, query }) => {
    const scan = await desk.workshop.scan(issueOf(query, desk), query.get('name') ?? '');
    if (scan) reply.picture(response, scan.bytes, scan.type);
    else reply.text(response, 404, 'There is no such picture.');
  },
  'GET /text.css': async ({ response, desk, query }) =>
    reply.css(
      response,
      await textType(
        (await textOf(desk, issueOf(query, desk), query.get('desk'))) + (query.get('more') ?? ''),
      ),
    ),
  'GET /notebook': ({ response, desk, query }) =>
    reply.json(response, { notebook: readNotebook(desk.workshop.folder(issueOf(query, desk))) }),
  'POST /decide': async ({ request, response, desk, query }) => {
    const issue = issueOf(query, desk);
    const body = await readJson(request);
    const { changes, refused } = await changesFor(desk, issue, body);
    const folder = desk.workshop.folder(issue);
    const done = writeChanges(folder, changes);
    if (done.length > 0) remember(desk, folder, done, doubtsOf(body));
    answerDone(response, desk, done, refused);
  },
  'POST /undo': async ({ request, response, desk, query }) =>
    answerDone(response, desk, turnBack(desk, issueOf(query, desk), 'undo', await readJson(request))),
  'POST /redo': async ({ request, response, desk, query }) =>
    answerDone(response, desk, turnBack(desk, issueOf(query, desk), 'redo', await readJson(request))),
  'POST /note': async ({ request, response, desk, query }) => {
    const read = noteSchema.safeParse(await readJson(request));
    if (!read.success) throw problem(say('unknown-decision'));
    const folder = desk.workshop.folder(issueOf(query, desk));
    writeNotebook(folder, noted(readNotebook(folder), read.data, signed(desk)));
    answerDone(response, desk, []);
  },
  'POST /start': async ({ request, response, desk, query }) => {
    const text = await readBody(request, textBytes);
    const issue = await desk.workshop.start(query.get('name') ?? '', text);
    desk.changes.note();
    reply.json(response, { issue });
  },
};

async function readJson(request: IncomingMessage) {
  const text = (await readBody(request, decisionBytes)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw problem(say('no-json', (error as Error).message));
  }
}

/** A proof, or its beginning, and the revision that it has at least. */
async function proofState(desk: Desk, issue: string, isBeginning: boolean) {
  const revision = desk.changes.revision();
  const proof = await (isBeginning ? desk.workshop.proofOfBeginning(issue) : proofOf(desk, issue));
  return { proof: proof ?? null, revision };
}

const proofOf = ({ once, workshop }: Desk, issue: string) =>
  once(`proof ${issue}`, () => workshop.proof(issue));
const comparisonOf = ({ once, workshop }: Desk, issue: string) =>
  once(`comparison ${issue}`, () => workshop.compare(issue));
const issueOf = (query: URLSearchParams, { workshop }: Desk) => query.get('issue') ?? workshop.issue;

async function changesFor({ workshop }: Desk, issue: string, body: unknown) {
  const proof = await workshop.proof(issue);
  const decision = readDecision(body, proof?.source.length ?? 0);
  const { seen } = (body ?? {}) as { seen?: unknown };
  if (needsSource(decision) && proof?.fingerprint !== seen)
    throw problem(say('source-changed'), { note: say('look-again') });
  const folder = workshop.folder(issue);
  const path = join(folder, names.overrides);
  const overrides = readOverrides(readTextFile(path) ?? '', path);
  return changesOf(decision, { proof, overrides, read: (name) => readTextFile(join(folder, name)) ?? '' });
}

const signed = ({ workshop }: Desk) => ({ by: workshop.author(), at: new Date().toISOString() });

/** Keys of the doubts that a decision settles. */
function doubtsOf(body: unknown): string[] {
  const { doubts } = (body ?? {}) as { doubts?: unknown };
  return Array.isArray(doubts) ? doubts.filter((key) => typeof key === 'string' && key.length < 400) : [];
}

/** Enters a decision into the issue's notebook; what was taken back before it cannot come again. */
function remember(desk: Desk, folder: string, changes: Change[], doubts: string[]): void {
  const notebook = readNotebook(folder);
  const id = Math.max(0, ...notebook.history.map((one) => one.id)) + 1;
  const history = [
    ...notebook.history,
    { id, ...signed(desk), changes, ...(doubts.length > 0 && { doubts }) },
  ];
  writeNotebook(folder, { ...notebook, history });
}

/** Takes a decision back, or carries it out again: the one named, or the latest of any tab. */
function turnBack(desk: Desk, issue: string, act: 'undo' | 'redo', body: unknown): Change[] {
  const folder = desk.workshop.folder(issue);
  const notebook = readNotebook(folder);
  const { id } = (body ?? {}) as { id?: unknown };
  const past = pastFor(notebook, typeof id === 'number' ? id : undefined, act);
  if (!past) throw problem(say('nothing-to-undo'));
  const changes = act === 'undo' ? past.changes.map(reversed).reverse() : past.changes;
  const done = writeChanges(folder, changes);
  const { undone: _, ...plain } = past;
  const order = Math.max(0, ...notebook.history.map(({ undone = 0 }) => undone)) + 1;
  const turned: Past = act === 'undo' ? { ...plain, undone: order } : plain;
  const history = notebook.history.map((one) => (one.id === past.id ? turned : one));
  writeNotebook(folder, { ...notebook, history });
  return done;
}

function answerDone(
  response: Call['response'],
  { changes, workshop }: Desk,
  done: Change[],
  refused: readonly unknown[] = [],
): void {
  changes.note();
  reply.json(response, {
    done,
    revision: changes.revision(),
    refused: refused.map((error) => troubleOf(error, workshop.root)),
  });
}

/** Every character that a desk may have to show for an issue: the outline's, and those of its view. */
async function textOf(desk: Desk, issue: string, view: string | null): Promise<string> {
  const shown = await Promise.all([...desk.states.values()].map(({ state }) => state));
  const titles = shown.flatMap(({ book }) => book?.outline.map(({ title }) => title) ?? []).join('');
  if (view === 'proof') {
    const open = shown.flatMap((state) =>
      state.open.flatMap(({ reason, candidates = [] }) => [reason, ...candidates]),
    );
    const questions = Object.values(desk.shelf().rules).flatMap(({ asks = [] }) => asks);
    const proof = await proofOf(desk, issue).catch(() => undefined);
    const written = proof?.stories.flatMap(({ pieces }) => pieces.map(({ text }) => text)) ?? [];
    const offered = proof?.proposals.flatMap(({ mine, theirs }) => [mine, theirs]) ?? [];
    return [titles, proof?.source ?? '', ...written, ...offered, ...open, ...questions].join('');
  }
  if (view !== 'compare') return titles;
  const comparison = await comparisonOf(desk, issue).catch(() => undefined);
  const cells = comparison?.stories.flatMap(({ rows }) => rows.flat(2).map(({ text }) => text)) ?? [];
  return [titles, ...cells].join('');
}
