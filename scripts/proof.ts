import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import type { Article } from './article/article.js';
import type { Issue } from './article/issue.js';
import { message, problem } from './article/problem.js';
import { say, textOf } from './article/words/say.js';
import type { Language, Sentence } from './article/words/sentence.js';
import type { Finding } from './prepress/finding.js';
import { tellFinding } from './prepress/tell-finding.js';
import type { Book } from './typeset/book/galley.js';
import type { LayoutTrouble } from './typeset/pages.js';

/** Maximum number of findings in a message: the first ones show the fault, and a terminal has few lines. */
const mostTold = 12;

/** The problem of a PDF that is not written: the findings of its proof. */
export function failedProof(findings: readonly Finding[]): VFileMessage {
  const [first] = findings;
  return problem(
    say(
      'proof-failed',
      findings.length,
      inEach((language) => listOf(findings, language)),
    ),
    {
      ruleId: 'preflight',
      ...(first && {
        note: say(
          'in-own-words',
          inEach((language) => tellFinding(first, language).remedy),
        ),
      }),
    },
  );
}

const inEach = (form: (language: Language) => string): Sentence => [
  form('zh-Hans'),
  form('zh-Hant'),
  form('en'),
];

function listOf(findings: readonly Finding[], language: Language): string {
  const lines = findings.slice(0, mostTold).map((finding) => `\n  ${tellFinding(finding, language).fault}`);
  const more = findings.length - mostTold;
  return `${lines.join('')}${more > 0 ? `\n  ${textOf(say('more-findings', more), language)}` : ''}`;
}

/** Blocks that are too large for a page, each with its line, instead of all their characters outside the page. */
export function tooLarge(
  troubles: readonly LayoutTrouble[],
  { passages }: Pick<Book, 'passages'>,
  articles: readonly Article[],
): Error {
  const problems = troubles.map((trouble) => {
    const { block, line } = trouble;
    const found = placeOfTrouble(trouble, passages, articles);
    const [reason, note] =
      line === undefined
        ? [say('block-too-large', block), say('smaller-block')]
        : [say('table-too-wide', block), say('narrow-table')];
    return problem(reason, { ...found, note, ruleId: 'layout' });
  });
  return problems.length > 1 ? new AggregateError(problems) : problems[0]!;
}

/** A galley that the browser set by itself: its lines are less even than those of other pages, which nobody asked for. */
export function browserLines(
  trouble: LayoutTrouble,
  { passages }: Pick<Book, 'passages'>,
  articles: readonly Article[],
) {
  const place = placeOfTrouble(trouble, passages, articles);
  const note = say('other-words');
  return message(say('browser-lines', trouble.block), { ...place, note, ruleId: 'browser-lines' });
}

function placeOfTrouble(
  { block, story, line }: LayoutTrouble,
  passages: Book['passages'],
  articles: readonly Article[],
) {
  const path = passages.find(({ id }) => id === story)?.name;
  return path && line ? { path, place: { line, column: 1 } } : placeOf(block, articles);
}

/** Place of a block's words in the manuscript: the first line that has them. */
function placeOf(block: string, articles: readonly Article[]) {
  const words = block.replace(/^“|…?”$/g, '');
  for (const { file } of articles) {
    const offset = String(file).indexOf(words);
    const place = offset < 0 ? undefined : location(file).toPoint(offset);
    if (place) return { path: file.path, place };
  }
  return {};
}

/** Messages about characters that no font has, which would be printed as boxes. */
export function missingCharacters(
  characters: readonly string[],
  { passages }: Pick<Book, 'passages'>,
  issue?: Issue,
): VFileMessage {
  const named = characters.slice(0, 8).map((character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const passage = passages.find(({ text }) => text.includes(character));
    const at = whereWritten(character, issue) ?? passage?.name;
    return `“${character}” U+${code}${at ? ` (${at})` : ''}`;
  });
  const more = characters.length > named.length ? ` and ${characters.length - named.length} more` : '';
  return problem(say('missing-characters', `${named.join(', ')}${more}`), {
    ruleId: 'missing-character',
    note: say('describe-character'),
  });
}

/** File, line and column of a character; undefined where only the conversion has introduced it. */
function whereWritten(character: string, issue: Issue | undefined): string | undefined {
  const articles = [issue, issue?.second]
    .flatMap((one) => one?.sections ?? [])
    .flatMap((one) => one.articles);
  for (const { file } of articles) {
    const offset = String(file).indexOf(character);
    if (offset < 0) continue;
    const point = location(file).toPoint(offset);
    return `${file.path}:${point?.line}:${point?.column}`;
  }
  return undefined;
}

/** The date written into a PDF: SOURCE_DATE_EPOCH, else the issue's, so that the same input gives the same bytes. */
export function modifiedDate({ date }: { date?: string }): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^\d{1,12}$/.test(epoch)) return new Date(Number(epoch) * 1000);
  return new Date(`${date ?? '1970-01-01'}T00:00:00Z`);
}
