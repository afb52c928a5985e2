import { z } from 'zod';
import { roles } from './article.js';
import type { SentenceId } from './words/say.js';
import { readYaml } from './yaml.js';

/** What a person may say a piece of the source is. */
export const overrideRoles = ['headline', 'kicker', 'deck', 'byline', 'furniture', ...roles] as const;
export type OverrideRole = (typeof overrideRoles)[number];

const words = z.string().min(1);
/** What is said of a border that is none: a sentence of the table. */
const borderWords: SentenceId = 'two-sided-break';
const border = z.string().regex(/^[^|]*[^|\s][^|]*\|[^|]*[^|\s][^|]*$/u, borderWords);

const overridesSchema = z.strictObject({
  join: z.array(border).default([]),
  break: z.array(border).default([]),
  role: z.array(z.strictObject({ text: words, role: z.enum(overrideRoles) })).default([]),
  title: z.array(z.strictObject({ title: words, of: words.optional() })).default([]),
  replace: z.array(z.strictObject({ text: words, with: z.string() })).default([]),
  keep: z.array(words).default([]),
  off: z.array(words).default([]),
});

/**
 * Overrides 定稿: what a person decided about a source: `overrides.yaml` in the folder, which restoring keeps to.
 *
 * ```yaml
 * join: [起好步？|人民期待]            # the text goes on where “|” stands
 * break: [各方瞩目。|展望2025年]       # a new block begins there, inside a printed line too
 * role:
 *   - {text: 本报地址, role: furniture}  # the block that holds these words is …
 * title:
 *   - {title: 绘就现代之城, of: 工业是立市之本}  # this headline belongs to the story with these words; without `of`, to none
 * replace:
 *   - {text: 市长王林西, with: 市长王林玺}  # what the source has wrong; what is alike on both sides stays as it is
 * keep: [2 + 4]                        # no rule changes these words
 * off: [straight-quote]                # rules that are not applied to this issue
 * ```
 *
 * Words anchor a decision, not offsets, so that it survives a better extraction; white space between them does not
 * count. They must stand in the source exactly once: restoring reports what it does not find.
 */
export type Overrides = z.infer<typeof overridesSchema>;

/** @throws a problem with line and column when it is not an overrides file. */
export function readOverrides(text: string, path: string): Overrides {
  return readYaml(overridesSchema, text, { path }) as Overrides;
}
