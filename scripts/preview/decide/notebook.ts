import { join } from 'node:path';
import { z } from 'zod';
import { names, readTextFile, removeFile, writeFileAtomically } from '../../article/manuscript.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { changesSchema } from './decision.js';

/** States of a story, from first reading to the last: 已读, 已改, 已定. */
export const storyStates = ['read', 'corrected', 'validated'] as const;

const past = z.object({
  id: z.number().int(),
  at: z.string(),
  by: z.string(),
  changes: changesSchema,
  /** Keys of the doubts that it settled. */
  doubts: z.array(z.string()).optional(),
  /** The order in which decisions were taken back: the highest is the last. */
  undone: z.number().int().optional(),
});
const storyNote = z.object({ story: z.string(), state: z.enum(storyStates), at: z.string(), by: z.string() });
/** 批注: a note for a colleague about a block, which is identified by its first words. */
const remark = z.object({ block: z.string(), text: z.string(), at: z.string(), by: z.string() });
const notebookSchema = z.object({
  history: z.array(past).default([]),
  /** Keys of the doubts that were put off, and of those that are right as they are. */
  skipped: z.array(z.string()).default([]),
  settled: z.array(z.string()).default([]),
  stories: z.array(storyNote).default([]),
  remarks: z.array(remark).default([]),
});

/** 工作记录: `desk.json` of an issue: its decisions with author and time, and how far its proofreading has come. */
export type Notebook = z.infer<typeof notebookSchema>;
/** A decision that was carried out. */
export type Past = z.infer<typeof past>;

/** A person's notes at the desk beside decisions. */
export const noteSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['skip', 'settle']),
    keys: z.array(z.string().max(400)).max(2_000),
    on: z.boolean(),
  }),
  z.object({ kind: z.literal('remark'), block: z.string().min(1).max(400), text: z.string().max(4_000) }),
  z.object({ kind: z.literal('story'), story: z.string().max(400), state: z.enum(storyStates).optional() }),
]);
export type Note = z.infer<typeof noteSchema>;

/** Decisions that are kept: those of some months. */
const mostKept = 5_000;

/** @throws a problem with its path if the file is not a notebook. */
export function readNotebook(folder: string): Notebook {
  const path = join(folder, names.desk);
  const text = readTextFile(path);
  if (text === undefined) return notebookSchema.parse({});
  try {
    return notebookSchema.parse(JSON.parse(text));
  } catch {
    throw problem(say('no-notebook'), { path, note: say('mend-or-delete') });
  }
}

/** Writes a notebook with an entry a line, so that git shows who decided what. */
export function writeNotebook(folder: string, notebook: Notebook): void {
  const path = join(folder, names.desk);
  const lists = Object.entries({ ...notebook, history: notebook.history.slice(-mostKept) });
  if (lists.every(([, list]) => list.length === 0)) {
    removeFile(path);
    return;
  }
  const fields = lists.map(([name, list]) => {
    const entries = list.map((entry) => `\n    ${JSON.stringify(entry)}`).join(',');
    return `  ${JSON.stringify(name)}: [${entries}${entries && '\n  '}]`;
  });
  writeFileAtomically(path, `{\n${fields.join(',\n')}\n}\n`);
}

/** A notebook with a note. */
export function noted(notebook: Notebook, note: Note, { by, at }: { by: string; at: string }): Notebook {
  if (note.kind === 'story') {
    const others = notebook.stories.filter(({ story }) => story !== note.story);
    const own = note.state ? [{ story: note.story, state: note.state, at, by }] : [];
    return { ...notebook, stories: [...others, ...own] };
  }
  if (note.kind === 'remark') {
    const others = notebook.remarks.filter(({ block }) => block !== note.block);
    const own = note.text ? [{ block: note.block, text: note.text, at, by }] : [];
    return { ...notebook, remarks: [...others, ...own] };
  }
  const name = note.kind === 'skip' ? 'skipped' : 'settled';
  const others = notebook[name].filter((key) => !note.keys.includes(key));
  return { ...notebook, [name]: note.on ? [...others, ...note.keys] : others };
}

/** The decision that an undo or a redo is about: the given one, or the latest. */
export function pastFor(
  { history }: Notebook,
  id: number | undefined,
  act: 'undo' | 'redo',
): Past | undefined {
  const fit = history.filter(({ undone }) => (undone === undefined) === (act === 'undo'));
  if (id !== undefined) return fit.find((one) => one.id === id);
  if (act === 'undo') return fit.at(-1);
  return [...fit].sort((a, b) => b.undone! - a.undone!)[0];
}
