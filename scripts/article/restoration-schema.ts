import { z } from 'zod';
import { roles } from './article.js';
import type { Restoration } from './restoration.js';

const offset = z.int().min(0);
const span = { start: offset, end: offset };
const ranges = z
  .array(z.tuple([offset, offset]))
  .describe('[start, end) pairs into the decoded source, in UTF-16 units, in reading order');
const piece = z.strictObject({ text: z.string(), ranges });
const optional = piece.nullable();

const restorationSchema = z.strictObject({
  articles: z.array(
    z.strictObject({
      headline: optional,
      kicker: optional,
      deck: optional,
      byline: optional,
      dateline: optional.describe('Its ranges are inside those of the block that it opens'),
      blocks: z.array(z.strictObject({ role: z.enum(roles), text: z.string(), ranges })),
      reset: z
        .strictObject({ lines: z.int().min(0), same: z.int().min(0) })
        .describe('Printed lines, and those that end in the same place when the restored text is set again'),
    }),
  ),
  furniture: z
    .array(piece)
    .describe('Text that belongs to the page, not to a story: page numbers, nameplate …'),
  edits: z
    .array(
      z.strictObject({
        ...span,
        replacement: z.string(),
        rule: z.string(),
        confidence: z.number().min(0).max(1),
      }),
    )
    .describe('Sorted and disjoint. Replayed on the source they give the text of every piece'),
  messages: z
    .array(
      z.strictObject({
        ...span,
        ruleId: z.string(),
        reason: z.string(),
        candidates: z.array(z.string()).optional(),
        told: z.literal(true).optional().describe('A report without a question'),
      }),
    )
    .describe('Questions for a person'),
  measures: z
    .array(
      z.strictObject({
        ...span,
        em: z.number().positive().describe('行长 in em'),
        style: z.enum(['kaiming', 'full', 'squeezed', 'half', 'hanging', 'unknown']),
      }),
    )
    .describe('Settings of runs of lines'),
  gaps: z
    .array(
      z.strictObject({
        ...span,
        joined: z.boolean(),
        confidence: z.number().min(0).max(1),
        certainty: z.enum(['certain', 'likely', 'open']),
      }),
    )
    .describe('The borders of lines: joined if the text continues there, with a confidence'),
});

/** Refuses, with the path of the field, anything but the JSON of `chongpai restore --json`. */
export function checkRestoration(value: unknown): Restoration {
  return restorationSchema.parse(value) as Restoration;
}

/** The published contract of `chongpai restore --json` (JSON Schema 2020-12). */
export function restorationJsonSchema(): object {
  return { title: 'chongpai restore --json', ...z.toJSONSchema(restorationSchema) };
}
