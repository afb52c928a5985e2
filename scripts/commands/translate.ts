import { join, relative, resolve } from 'node:path';
import type { Issue } from '../article/issue.js';
import { names, readTextFile, writeFileAtomically } from '../article/manuscript.js';
import { didYouMean, problem } from '../article/problem.js';
import { type Said, say } from '../article/words/say.js';
import { findPublication, type Place, pickIssues } from '../config.js';
import { countScripts } from '../edition/detect-script.js';
import { editions } from '../edition/index.js';
import { readManuscript } from '../read-manuscript.js';
import { readBilingual, writeBilingual } from '../translate/bilingual-markdown.js';
import { importUnits } from '../translate/import-units.js';
import { importNames, nameUnits } from '../translate/issue-names.js';
import { memoryFile, writeMemory } from '../translate/memory.js';
import { readXliff } from '../translate/read-xliff.js';
import { articleOf, type Unit, unitsOf } from '../translate/unit.js';
import { writeXliff } from '../translate/write-xliff.js';
import { type ExitCode, spoken, type Terminal } from './command.js';
import { outFolder } from './out-folder.js';

export interface ExportArguments {
  to?: string;
  format?: string;
  out?: string;
}

const formats = ['xliff', 'markdown'] as const;
const endings = { xliff: 'xlf', markdown: 'md' } as const;

/** `chongpai translate export`: an issue's text with existing translations, for a translator. */
export async function exportIssue(
  asked: string,
  { to = 'en', format, out }: ExportArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = findPublication(terminal.cwd);
  const language = languageOf(to);
  const wanted = format === undefined ? formats : [formatOf(format)];
  const { issue, folder } = await openIssue(place, asked);
  const own = join(folder, language);
  const articles = issue.sections.flatMap((section) => section.articles);
  const units = [...nameUnits(issue, own), ...articles.flatMap((article) => unitsOf(article, own).units)];
  const languages = { from: scriptOf(units), to: language };
  for (const one of wanted) {
    const text = one === 'xliff' ? writeXliff(units, languages) : writeBilingual(units, languages);
    const path = join(
      outFolder({ root: place.root, cwd: terminal.cwd, asked: out }, issue.id),
      `${issue.id}.${language}.${endings[one]}`,
    );
    writeFileAtomically(path, text);
    terminal.result(`${relative(terminal.cwd, path)}\n`);
  }
  const done = units.filter(({ target }) => target !== undefined).length;
  const fuzzy = units.filter(({ isFuzzy }) => isFuzzy).length;
  terminal.line(spoken(terminal, say('units-exported', units.length, done, fuzzy)));
  return 0;
}

/** The language of the manuscript, by its characters; Simplified where both scripts write it alike. */
function scriptOf(units: readonly Unit[]): string {
  const { hans, hant } = countScripts(units.map(({ source }) => source).join('\n'));
  return hant > hans ? 'zh-Hant' : 'zh-Hans';
}

/** `chongpai translate import`: puts a translator's work beside the articles. */
export async function importFile(
  path: string,
  { issue: asked }: { issue?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const place = findPublication(terminal.cwd);
  const { units, language } = readUnits(path, terminal);
  const { issue, folder } = await openIssue(place, asked ?? issueIn(path, place));
  // Tools write en-US for en.
  const own = join(folder, languageOf(language.replace(/-.*$/, '')));
  const articles = issue.sections.flatMap((section) => section.articles);
  const imports = articles.flatMap((article) => {
    const given = units.filter(({ id }) => articleOf(id) === article.id);
    return given.length === 0 ? [] : [{ article, ...importUnits(unitsOf(article, own), given) }];
  });
  const named = importNames(
    issue,
    own,
    units.filter(({ id }) => articleOf(id) === names.issue),
  );
  refuseOther(units, [...imports, named], { path, issue: issue.id });
  if (named.text !== undefined) write(join(own, names.issue), named.text, terminal);
  const open = (file: string, said: Said, rule: string) => {
    const text = `${relative(terminal.cwd, file)}: ${spoken(terminal, said)} (${rule})`;
    terminal.line(spoken(terminal, say('line-open', text)));
  };
  const isTwice = (id: string, target: string | undefined) =>
    units.some((one) => one.id === id && one.target !== target);
  for (const { article, text, memory, fuzzy, orphans } of imports) {
    const file = join(own, names.article(article.id));
    if (text !== undefined && text !== readTextFile(file)) write(file, text, terminal);
    if (memory.segments.length + memory.orphans.length > 0)
      writeIfNew(join(own, memoryFile(article.id)), writeMemory(memory));
    for (const { id, source } of fuzzy) open(file, say('unit-changed', id, shorten(source)), 'fuzzy');
    for (const { id, target } of orphans)
      open(
        file,
        say(
          isTwice(id, target) ? 'unit-twice' : 'unit-orphan',
          id,
          shorten(target ?? ''),
          memoryFile(article.id),
        ),
        'orphan',
      );
  }
  const known = [names.issue, ...articles.map(({ id }) => id)];
  const strangers = units.filter(({ id }) => !known.includes(articleOf(id)));
  for (const { id } of strangers) open(resolve(terminal.cwd, path), say('unit-stray', id, issue.id), 'stray');
  return 0;
}

/** Refuses a file without a segment of the issue: it belongs to another issue, and would only add stray text. */
function refuseOther(
  units: readonly Unit[],
  imports: readonly { matched: number }[],
  { path, issue }: { path: string; issue: string },
): void {
  const translated = units.filter(({ target }) => target !== undefined).length;
  if (translated === 0 || imports.some(({ matched }) => matched > 0)) return;
  throw problem(say('other-issue-units', translated, issue), {
    path,
    ruleId: 'issue',
    note: say('name-exported-issue'),
  });
}

function readUnits(path: string, terminal: Terminal): { units: Unit[]; language: string } {
  const file = resolve(terminal.cwd, path);
  const text = readTextFile(file);
  if (text === undefined) throw problem(say('no-file'), { path });
  if (/^\ufeff?\s*</.test(text) && !text.startsWith('<!-- chongpai')) return readXliff(text, path);
  const read = readBilingual(text);
  if (read) return read;
  throw problem(say('not-exchange-text'), { path });
}

/** The issue in a file's name: `2025-02-26.en.xlf`. */
function issueIn(path: string, { issues }: Place): string {
  const found =
    issues.find((id) => path.split(/[\\/]/).at(-1)?.startsWith(`${id}.`)) ??
    (issues.length === 1 ? issues[0] : undefined);
  if (found !== undefined) return found;
  throw problem(say('name-without-issue', issues.join(', ')), {
    path,
    ruleId: 'usage',
    note: say('name-issue'),
  });
}

async function openIssue(place: Place, asked: string): Promise<{ issue: Issue; folder: string }> {
  const [folder] = pickIssues(place, [asked]);
  const { issue } = await readManuscript(folder!, place, { run: async (_, work) => work(() => undefined) });
  return { issue, folder: folder! };
}

function languageOf(to: string): string {
  const known = editions.filter(({ isTranslated }) => isTranslated).map(({ id }) => id);
  if (known.includes(to)) return to;
  throw problem(say('unknown-language', to, known.join(', ')), {
    ruleId: 'usage',
    ...didYouMean(to, known),
  });
}

function formatOf(format: string) {
  const found = formats.find((one) => one === format);
  if (found) return found;
  throw problem(say('unknown-format', format, formats.join(', ')), {
    ruleId: 'usage',
    ...didYouMean(format, formats),
  });
}

function write(path: string, text: string, terminal: Terminal): void {
  writeFileAtomically(path, text);
  terminal.result(`${relative(terminal.cwd, path)}\n`);
}

function writeIfNew(path: string, text: string): void {
  if (readTextFile(path) !== text) writeFileAtomically(path, text);
}

const shorten = (text: string) => ([...text].length > 30 ? `${[...text].slice(0, 30).join('')}…` : text);
