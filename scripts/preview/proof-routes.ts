import { problem } from '../article/problem.js';
import { changeOf, readChange, writeChange } from './decide.js';
import type { Change } from './decision.js';
import type { Decision, Proof } from './proof.js';
import { readBody } from './read-body.js';
import { reply } from './reply.js';
import type { Call, Desk } from './server.js';
import { textType } from './type.js';

/** A decision is some words; a text is at most a year of a newspaper's. */
const decisionBytes = 64 * 1024;
const textBytes = 20 * 1024 * 1024;

/** What belongs to 校样 and 对照, by method and path. */
export const proofRoutes: Record<string, (call: Call) => void | Promise<void>> = {
  'GET /proof': async ({ response, desk, query }) =>
    reply.json(response, { proof: (await desk.workshop.proof(issueOf(query, desk))) ?? null }),
  'GET /compare': async ({ response, desk, query }) =>
    reply.json(response, { comparison: await desk.workshop.compare(issueOf(query, desk)) }),
  'GET /scan': ({ response, desk, query }) => {
    const scan = desk.workshop.scan(issueOf(query, desk), query.get('name') ?? '');
    if (scan) reply.picture(response, scan.bytes, scan.type);
    else reply.text(response, 404, 'There is no such picture.');
  },
  'GET /text.css': async ({ response, desk, query }) =>
    reply.css(response, await textType(await textOf(desk, issueOf(query, desk), query.get('desk')))),
  'POST /decide': async ({ request, response, desk, query }) => {
    const issue = issueOf(query, desk);
    const body = JSON.parse((await readBody(request, decisionBytes)).toString('utf8'));
    const change = await changeFor(desk, issue, body);
    const done = writeChange(desk.workshop.folder(issue), change);
    desk.changes.note();
    reply.json(response, { done });
  },
  'POST /undo': async ({ request, response, desk, query }) => {
    const change = readChange(JSON.parse((await readBody(request, decisionBytes)).toString('utf8')));
    const turned: Change = { file: change.file, add: change.remove, remove: change.add };
    const done = writeChange(desk.workshop.folder(issueOf(query, desk)), turned);
    desk.changes.note();
    reply.json(response, { done });
  },
  'POST /start': async ({ request, response, desk, query }) => {
    const text = await readBody(request, textBytes);
    const issue = await desk.workshop.start(query.get('name') ?? '', text);
    desk.changes.note();
    reply.json(response, { issue });
  },
};

const issueOf = (query: URLSearchParams, { workshop }: Desk) => query.get('issue') ?? workshop.issue;

async function changeFor(
  { workshop }: Desk,
  issue: string,
  body: Decision & { seen?: string },
): Promise<Change> {
  if (body.kind === 'name') {
    const { edition, source, at, reading } = body;
    if (
      ![source, reading, edition].every(
        (word) => typeof word === 'string' && word !== '' && !/[\s#=:]/.test(word),
      )
    )
      throw problem('Unexpected name, expected a word without blanks', { ruleId: 'name' });
    const output = [...workshop.convert(source, edition)];
    output[at] = reading;
    return { file: 'names', add: [`${edition}: ${output.join('')} = ${source}`], remove: [] };
  }
  const proof = await workshop.proof(issue);
  if (!proof || proof.fingerprint !== body.seen)
    throw problem('The source has changed since you looked', { note: 'Look again, then decide.' });
  return changeOf(proof.source, checked(body, proof));
}

/** Offsets come from outside: they must lie in the source. */
function checked(decision: Exclude<Decision, { kind: 'name' }>, { source }: Proof) {
  const isInside = (at: unknown) =>
    Number.isInteger(at) && (at as number) >= 0 && (at as number) <= source.length;
  const { at, ranges, title, of } = decision as unknown as Record<string, unknown>;
  const offsets = [at ?? [], ranges ?? [], title ?? [], of ?? []].flat(3);
  if (!offsets.every(isInside)) throw problem('Unexpected place, expected one in the source');
  return decision;
}

/** Every character that a desk may have to show of an issue: the outline's, and those of its view. */
async function textOf({ workshop, states }: Desk, issue: string, desk: string | null): Promise<string> {
  const shown = await Promise.all([...states.values()].map(({ state }) => state));
  const titles = shown.flatMap(({ book }) => book?.outline.map(({ title }) => title) ?? []).join('');
  if (desk === 'proof') return titles + ((await workshop.proof(issue).catch(() => undefined))?.source ?? '');
  if (desk !== 'compare') return titles;
  const comparison = await workshop.compare(issue).catch(() => undefined);
  const cells = comparison?.stories.flatMap(({ rows }) => rows.flat(2).map(({ text }) => text)) ?? [];
  return [titles, ...cells].join('');
}
