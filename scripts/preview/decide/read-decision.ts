import { z } from 'zod';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Decision } from '../layout/proof.js';
import { manuscriptFile } from './decision.js';

/** More pieces than a story of a newspaper has. */
const mostRanges = 10_000;
/** Most decisions at once: all places of a search. */
const mostAtOnce = 2_000;
/** A word of `names.txt`, without signs that have a meaning there. */
const word = z.string().regex(/^[^\s#=:]{1,100}$/u);
const words = z.string().min(1).max(400);
const line = z
  .string()
  .max(20_000)
  .regex(/^[^\r\n]*$/u, 'breaks');

const passage = z.string().max(60_000);

const schemaOf = (length: number) => {
  const at = z.number().int().min(0).max(length);
  const range = z.tuple([at, at]);
  const ranges = z.array(range).max(mostRanges);
  const beside = z.object({ ranges, isAfter: z.boolean() });
  const source = z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['join', 'break']), at }),
    z.object({ kind: z.literal('role'), ranges, role: z.string() }),
    z.object({ kind: z.literal('title'), title: ranges, of: ranges.optional() }),
    z.object({ kind: z.literal('keep'), ranges }),
    z.object({ kind: z.enum(['cut', 'merge']), ranges }),
    z.object({ kind: z.literal('move'), ranges, isStory: z.boolean(), beside }),
    z.object({ kind: z.literal('add'), role: z.string(), text: line, beside }),
    z.object({
      kind: z.literal('added'),
      entry: z.number().int().min(0),
      was: line.optional(),
      now: z
        .object({ role: z.string().optional(), text: line.optional(), beside: beside.optional() })
        .nullable(),
    }),
    z.object({ kind: z.literal('accept'), range, rule: z.string().max(60) }),
    z.object({ kind: z.literal('replace'), range, wanted: line }),
  ]);
  const plain = z.discriminatedUnion('kind', [
    ...source.options,
    z.object({ kind: z.literal('name'), edition: word, source: word, output: word }),
    z.object({
      kind: z.literal('characters'),
      character: word,
      as: word,
      words: z.array(words).min(1).max(mostAtOnce),
      edition: word.optional(),
    }),
    z.object({ kind: z.literal('text'), name: manuscriptFile, before: passage, after: passage }),
    z.object({
      kind: z.literal('own'),
      name: manuscriptFile,
      block: z.string().max(20),
      before: passage,
      after: passage,
    }),
    z.object({
      kind: z.literal('misplaced'),
      names: z
        .array(z.object({ line: z.string(), character: word, as: word, word: words, edition: word }))
        .min(1)
        .max(mostAtOnce),
    }),
  ]);
  return z.discriminatedUnion('kind', [
    ...plain.options,
    z.object({ kind: z.literal('several'), decisions: z.array(plain).min(1).max(mostAtOnce) }),
  ]);
};

/**
 * Checks and reads a decision. Offsets come from outside: they must be in the source.
 *
 * @param length of the source, in UTF-16 units
 * @throws a problem that names its fault.
 */
export function readDecision(body: unknown, length: number): Decision {
  const read = schemaOf(length).safeParse(body);
  if (read.success) return read.data as Decision;
  if ((body as { kind?: unknown } | null)?.kind === 'name')
    throw problem(say('name-with-blanks'), { ruleId: 'name' });
  if (read.error.issues.some(({ message }) => message === 'breaks')) throw problem(say('name-with-breaks'));
  throw problem(isKind(read.error) ? say('unknown-decision') : say('place-outside'));
}

const isKind = ({ issues }: z.ZodError) =>
  issues.some(({ code, path }) => code === 'invalid_union' || path.length === 0);
