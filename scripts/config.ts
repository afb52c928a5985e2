import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { parallelModes } from './article/edition.js';
import { refuseLinksOut } from './article/files/walk.js';
import { names, readTextFile } from './article/manuscript.js';
import { didYouMean, problem } from './article/problem.js';
import { listIssues } from './article/source-files.js';
import { say } from './article/words/say.js';
import { readYaml, titleText } from './article/yaml.js';
import { usualEditions } from './edition/rows/index.js';
import { pressChoices } from './prepress/impose/press.js';
import { noteModes, partNames } from './typeset/compose/part-names.js';

export const publicationSchema = z.strictObject({
  title: titleText.describe('报头: the name of the publication, on cover and title page'),
  publisher: titleText.optional().describe('For the imprint, and the author of the PDF'),
  trim: z.string().default('A5').describe('成品尺寸: A5, 16开 … or width×height in mm, such as 140x210'),
  theme: z.string().default('literary').describe('The style: a folder or sheet of styles/'),
  parts: z
    .array(z.enum(partNames))
    .optional()
    .describe('The parts of the book around its stories; default by its length'),
  cover: z
    .string()
    .optional()
    .describe('封面图: a picture beside this file, or "page", the printed page (source.jpg) of the issue'),
  pictureDpi: z
    .enum(['150', '300', '450', '600', 'full'])
    .default('300')
    .transform((dpi) => (dpi === 'full' ? undefined : Number(dpi)))
    .describe('图片分辨率: pictures finer than this on paper are scaled down to it; full keeps every pixel'),
  contentsLevels: z
    .enum(['1', '2'])
    .default('1')
    .transform(Number)
    .describe('目录: 2 lists the crossheads (##) of each story below it'),
  editorNotes: z
    .enum(noteModes)
    .default('appendix')
    .describe('校记: after all stories, or endnotes, after each story'),
  editions: z
    .array(z.string())
    .default([...usualEditions])
    .describe('Editions that `build` makes by default'),
  parallel: z
    .enum(parallelModes)
    .default('facing')
    .describe('对照: layout of editions such as zh-Hans+en, if their id does not set it'),
  houseStyle: z
    .union([z.literal('false').transform(() => false as const), z.record(z.string(), z.string())])
    .optional()
    .describe('用字: glyph choices of the house, such as {裏: 裡}; false switches the table off'),
  vocabulary: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('True for words of the region in Traditional editions (软件 → 軟體)'),
  press: pressChoices
    .optional()
    .describe('付印: a scheme (saddle, signatures, stack, stab, single), or choices'),
});

/** `manuscript/publication.yaml`: the names and choices of a paper. Anything measurable is in its style sheets. */
export type Publication = z.infer<typeof publicationSchema>;

/** A publication and its folder. */
export interface Place {
  /** The folder that contains `manuscript/`. */
  root: string;
  publication: Publication;
  /** SHA-256 of its publication file, as it was read. */
  sha256: string;
  /** Ids of its issues, sorted. */
  issues: string[];
}

export const publicationFile = join('manuscript', 'publication.yaml');

/**
 * The publication that a command works in: the nearest folder above `from` that has a manuscript. A
 * mistyped folder has none: a scheduled build must not print a different paper.
 *
 * @throws a problem with line and column when its file is wrong, or when there is none.
 */
export function findPublication(from: string): Place {
  const root = nearestRoot(resolve(from));
  if (root === undefined)
    throw problem(say('no-manuscript'), { path: resolve(from), note: say('start-publication') });
  refuseLinksOut(root, [publicationFile, join('manuscript', names.glossary)]);
  const path = join(root, publicationFile);
  const text = readTextFile(path) ?? '';
  if (!text.trim()) throw problem(say('no-publication-file'), { path });
  refuseBrowserKey(text, path);
  const publication = readYaml(publicationSchema as z.ZodType<Publication>, text, { path });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { root, publication, sha256, issues: listIssues(join(root, 'manuscript')) };
}

/** Refuses a browser in the publication's file, which may come from a stranger: only the user chooses programs. */
function refuseBrowserKey(text: string, path: string): void {
  const line = text.split('\n').findIndex((one) => /^["']?browser["']?\s*:/.test(one));
  if (line < 0) return;
  throw problem(say('browser-key'), {
    path,
    place: { line: line + 1, column: 1 },
    ruleId: 'schema',
    note: say('browser-key-note'),
  });
}

/**
 * The folders of the requested issues; of all if none is named.
 *
 * @throws a usage problem for a name that no issue has.
 */
export function pickIssues({ root, issues }: Place, asked: readonly string[]): string[] {
  if (issues.length === 0)
    throw problem(say('no-issue'), {
      path: join(root, 'manuscript'),
    });
  for (const id of asked) {
    if (issues.includes(id)) continue;
    throw problem(say('unknown-issue', id, issues.join(', ')), {
      ruleId: 'usage',
      ...didYouMean(id, issues),
    });
  }
  return (asked.length > 0 ? [...new Set(asked)] : issues).map((id) => join(root, 'manuscript', id));
}

/** The publication that an issue's folder lies in; an issue without one is its own. */
export const rootOf = (folder: string): string => nearestRoot(dirname(folder)) ?? folder;

function nearestRoot(folder: string): string | undefined {
  if (existsSync(join(folder, 'manuscript'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestRoot(parent);
}
