import { z } from 'zod';

/** Kinds of decisions about a source: the lists of an overrides file. */
export const decisionLists = [
  'join',
  'break',
  'role',
  'title',
  'replace',
  'keep',
  'characters',
  'accept',
  'add',
  'cut',
  'merge',
  'move',
] as const;

/** An entry quotes a few words; nobody chooses more than this by hand. */
const text = z.string().max(60_000);
const entry = z.object({
  list: z.enum(decisionLists),
  value: z.union([text, z.record(text, z.union([text, z.array(text)]))]),
});

/** One entry of such a list. */
export type Entry = z.infer<typeof entry>;

/** A line of a names file. */
const line = z
  .string()
  .max(300)
  .regex(/^[^\r\n]*$/u);

/** A file of a manuscript, or the contents of the issue; or a proposal for one. */
export const manuscriptFile = z
  .string()
  .regex(/^(?:[\p{L}\p{N}_-]+(?:\.proposal)?\.md|issue(?:\.proposal)?\.yaml)$/u);

const changeSchema = z.discriminatedUnion('file', [
  z.object({ file: z.literal('overrides'), add: z.array(entry), remove: z.array(entry) }),
  z.object({ file: z.literal('names'), add: z.array(line), remove: z.array(line) }),
  // A whole file that comes or goes has no text on one side.
  z.object({
    file: z.literal('text'),
    name: manuscriptFile,
    before: text,
    after: text,
  }),
]);

/** The change of a file by a decision: entries, lines, or a passage of a manuscript. Reversed, it undoes it. */
export type Change = z.infer<typeof changeSchema>;

/** The change of an overrides file. */
export type OverridesChange = Extract<Change, { file: 'overrides' }>;

export const changesSchema = z.array(changeSchema).max(1_000);

/** True if a change leaves its file as it is. */
export const isEmpty = (change: Change) =>
  change.file === 'text' ? change.before === change.after : change.add.length + change.remove.length === 0;

/** The change that undoes another. */
export function reversed(change: Change): Change {
  switch (change.file) {
    case 'overrides':
      return { ...change, add: change.remove, remove: change.add };
    case 'names':
      return { ...change, add: change.remove, remove: change.add };
    case 'text':
      return { ...change, before: change.after, after: change.before };
  }
}
