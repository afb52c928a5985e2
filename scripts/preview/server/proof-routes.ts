import type { IncomingMessage } from 'node:http';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { changeOf, readChange, writeChange } from '../decide/decide.js';
import type { Change } from '../decide/decision.js';
import { readDecision, readNameDecision } from '../decide/read-decision.js';
import type { NameDecision } from '../layout/proof.js';
import { textType } from '../layout/type.js';
import type { Workshop } from '../layout/workshop.js';
import type { Call, Desk } from './desk.js';
import { readBody } from './read-body.js';
import { reply } from './reply.js';

/** Limits: a decision is some words; a text is at most a year of a newspaper. */
const decisionBytes = 64 * 1024;
const textBytes = 20 * 1024 * 1024;

/** Routes of 校样 and 对照, by method and path. */
export const proofRoutes: Record<string, (call: Call) => void | Promise<void>> = {
  'GET /proof': async ({ response, desk, query }) =>
    reply.json(response, { proof: (await proofOf(desk, issueOf(query, desk))) ?? null }),
  'GET /compare': async ({ response, desk, query }) =>
    reply.json(response, { comparison: await comparisonOf(desk, issueOf(query, desk)) }),
  'GET /scan': ({ response, desk, query }) => {
    const scan = desk.workshop.scan(issueOf(query, desk), query.get('name') ?? '');
    if (scan) reply.picture(response, scan.bytes, scan.type);
    else reply.text(response, 404, 'There is no such picture.');
  },
  'GET /text.css': async ({ response, desk, query }) =>
    reply.css(response, await textType(await textOf(desk, issueOf(query, desk), query.get('desk')))),
  'POST /decide': async ({ request, response, desk, query }) => {
    const issue = issueOf(query, desk);
    const change = await changeFor(desk, issue, await readJson(request));
    const done = writeChange(desk.workshop.folder(issue), change);
    desk.changes.note();
    reply.json(response, { done, revision: desk.changes.revision() });
  },
  'POST /undo': async ({ request, response, desk, query }) => {
    const change = readChange(await readJson(request));
    const turned: Change = { file: change.file, add: change.remove, remove: change.add };
    const done = writeChange(desk.workshop.folder(issueOf(query, desk)), turned);
    desk.changes.note();
    reply.json(response, { done, revision: desk.changes.revision() });
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

const proofOf = ({ once, workshop }: Desk, issue: string) =>
  once(`proof ${issue}`, () => workshop.proof(issue));
const comparisonOf = ({ once, workshop }: Desk, issue: string) =>
  once(`comparison ${issue}`, () => workshop.compare(issue));
const issueOf = (query: URLSearchParams, { workshop }: Desk) => query.get('issue') ?? workshop.issue;

async function changeFor({ workshop }: Desk, issue: string, body: unknown): Promise<Change> {
  const { kind, seen } = (body ?? {}) as { kind?: unknown; seen?: unknown };
  if (kind === 'name')
    return { file: 'names', add: [nameLine(readNameDecision(body), workshop)], remove: [] };
  const proof = await workshop.proof(issue);
  if (!proof || proof.fingerprint !== seen) throw problem(say('source-changed'), { note: say('look-again') });
  return changeOf(proof.source, readDecision(body, proof.source.length), proof.replaced);
}

/** A line of names.txt: a word, and its form in one edition. */
function nameLine({ edition, source, output, at, reading }: NameDecision, workshop: Workshop): string {
  let made = output;
  if (at !== undefined && reading !== undefined) {
    const converted = [...workshop.convert(source, edition)];
    converted[at] = reading;
    made = converted.join('');
  }
  if (made === undefined) throw problem(say('name-with-blanks'), { ruleId: 'name' });
  return `${edition}: ${made} = ${source}`;
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
    return [titles, proof?.source ?? '', ...open, ...questions].join('');
  }
  if (view !== 'compare') return titles;
  const comparison = await comparisonOf(desk, issue).catch(() => undefined);
  const cells = comparison?.stories.flatMap(({ rows }) => rows.flat(2).map(({ text }) => text)) ?? [];
  return [titles, ...cells].join('');
}
