import { z } from 'zod';
import { roles } from './article.js';
import type { SentenceId } from './words/say.js';
import { readYaml } from './yaml.js';

/** Roles that a person may give to a piece of the source. */
export const overrideRoles = ['headline', 'kicker', 'deck', 'byline', 'furniture', ...roles] as const;
export type OverrideRole = (typeof overrideRoles)[number];

const words = z.string().min(1);
/** Id of the sentence for an invalid border. */
const borderWords: SentenceId = 'two-sided-break';
const border = z.string().regex(/^[^|]*[^|\s][^|]*\|[^|]*[^|\s][^|]*$/u, borderWords);

/** The choice among several places: all of them, or the n-th. */
const which = {
  all: z
    .literal('true')
    .transform(() => true as const)
    .optional(),
  nth: z
    .string()
    .regex(/^[1-9]\d{0,4}$/u, 'expected the number of a place, from 1')
    .transform(Number)
    .optional(),
};
export interface Which {
  all?: true | undefined;
  nth?: number | undefined;
}
/** A place beside the block, or the story, that contains these words. */
const beside = { before: words.optional(), after: words.optional() };

const oneCharacter = z.string().regex(/^\P{M}$/u, 'expected one character');

/** 定字: the form of a character in some words of the manuscript, in Traditional editions. */
const character = z.strictObject({
  character: oneCharacter,
  as: oneCharacter,
  in: z.union([words.transform((one) => [one]), z.array(words).min(1)]),
  edition: words.optional(),
});
export type CharacterDecision = z.infer<typeof character>;
const borders = z.array(z.union([border, z.strictObject({ at: border, ...which })])).default([]);

/** The keys of `overrides.yaml`. */
export const overridesSchema = z.strictObject({
  join: borders,
  break: borders,
  role: z.array(z.strictObject({ text: words, role: z.enum(overrideRoles), ...which })).default([]),
  title: z.array(z.strictObject({ title: words, of: words.optional() })).default([]),
  replace: z.array(z.strictObject({ text: words, with: z.string(), ...which })).default([]),
  keep: z.array(z.union([words, z.strictObject({ text: words, ...which })])).default([]),
  off: z.array(words).default([]),
  add: z.array(z.strictObject({ role: z.enum(overrideRoles), text: words, ...beside })).default([]),
  cut: z.array(words).default([]),
  merge: z.array(words).default([]),
  move: z
    .array(z.union([z.strictObject({ text: words, ...beside }), z.strictObject({ story: words, ...beside })]))
    .default([]),
  characters: z.array(character).default([]),
  accept: z.array(z.strictObject({ rule: words, text: words, ...which })).default([]),
});

/**
 * Overrides 定稿: a person's decisions about a source: `overrides.yaml` in the folder, which restoring follows.
 *
 * ```yaml
 * join: [起好步？|人民期待]            # the text continues at “|”
 * break: [各方瞩目。|展望2025年]       # a new block begins at “|”, also inside a printed line
 * role:
 *   - {text: 本报地址, role: furniture}  # the role of the block that contains these words
 * title:
 *   - {title: 绘就现代之城, of: 工业是立市之本}  # this headline belongs to the story with these words; without `of`, to none
 * replace:
 *   - {text: 市长王林西, with: 市长王林玺}  # corrects an error of the source; equal parts stay as they are
 *   - {text: 曰, with: 日, all: true}      # everywhere; nth: 2 means the second place only
 * keep: [2 + 4]                        # no rule changes these words
 * off: [straight-quote]                # rules that are not applied to this issue
 * add:
 *   - {role: headline, text: 云岭新貌, before: 昨日，城东街道}  # words that the source lacks: part of a title, or a block
 * cut: [拓宽销路]                       # a new story begins with the block of these words
 * merge: [老旧小区换新颜]                # the story of these words continues the one above
 * move:
 *   - {text: 周明摄, after: 喜迁新居}     # this block, or with `story:` the whole story, before or after others
 * accept:
 *   - {rule: join-jumps, text: 接一版}    # a question about these words is settled: it is right as it is
 * characters:
 *   - {character: 制, as: 製, in: [制造, 特制]}  # how a character of these words is printed in Traditional editions
 *   - {character: 台, as: 臺, in: 台上, edition: zh-Hant-TW}  # in one of them
 * ```
 *
 * Words anchor a decision, not offsets, so that it survives a better extraction; white space between them is
 * ignored. They must occur in the source exactly once, unless `all: true` or `nth: 2` selects the place (`join`,
 * `break` and `keep` then are `{at: 起好步？|人民期待, all: true}`, `{text: 2 + 4, nth: 2}`): restoring reports decisions
 * whose words it does not find, and those that it could not carry out.
 */
export type Overrides = z.infer<typeof overridesSchema>;

/** @throws a problem with line and column when it is not an overrides file. */
export function readOverrides(text: string, path: string): Overrides {
  return readYaml(overridesSchema, text, { path }) as Overrides;
}
