import { z } from 'zod';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Decision } from '../layout/proof.js';

/** More pieces than a story of a newspaper has. */
const mostRanges = 10_000;
/** A word of `names.txt`, without signs that have a meaning there. */
const word = z.string().regex(/^[^\s#=:]{1,100}$/u);

const schemaOf = (length: number) => {
  const at = z.number().int().min(0).max(length);
  const range = z.tuple([at, at]);
  const ranges = z.array(range).max(mostRanges);
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['join', 'break']), at }),
    z.object({ kind: z.literal('role'), ranges, role: z.string() }),
    z.object({ kind: z.literal('title'), title: ranges, of: ranges.optional() }),
    z.object({ kind: z.literal('keep'), ranges }),
    z.object({ kind: z.literal('replace'), range, wanted: z.string() }),
  ]);
};

const nameSchema = z.object({
  kind: z.literal('name'),
  edition: word,
  source: word,
  output: word.optional(),
  at: z.number().int().min(0).max(100).optional(),
  reading: word.optional(),
});

/**
 * Checks and reads a decision. Offsets come from outside: they must be in the source.
 *
 * @param length of the source, in UTF-16 units
 * @throws a problem that names its fault.
 */
export function readDecision(body: unknown, length: number): Exclude<Decision, { kind: 'name' }> {
  const read = schemaOf(length).safeParse(body);
  if (!read.success) throw problem(isKind(read.error) ? say('unknown-decision') : say('place-outside'));
  const decision = read.data as Exclude<Decision, { kind: 'name' }>;
  if (decision.kind === 'replace' && /[\r\n]/.test(decision.wanted)) throw problem(say('name-with-breaks'));
  return decision;
}

/** @throws a problem when it is invalid: a name with spaces, or with signs of the file's syntax. */
export function readNameDecision(body: unknown): Extract<Decision, { kind: 'name' }> {
  const read = nameSchema.safeParse(body);
  if (!read.success) throw problem(say('name-with-blanks'), { ruleId: 'name' });
  return read.data as Extract<Decision, { kind: 'name' }>;
}

const isKind = ({ issues }: z.ZodError) =>
  issues.some(({ code, path }) => code === 'invalid_union' || path.length === 0);
