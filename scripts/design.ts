import { join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import type { Edition } from './article/edition.js';
import { isThere, listFiles, readTextFile } from './article/manuscript.js';
import { packageRoot } from './article/package-root.js';
import { didYouMean, message, problem } from './article/problem.js';
import { say } from './article/words/say.js';
import { type Place, type Publication, publicationFile } from './config.js';
import { editionSheets } from './edition/edition-sheets.js';
import { pressFor } from './prepress/impose/press.js';
import { schemes } from './prepress/impose/schemes/schemes.js';
import { sheetRequests } from './sheet-requests.js';
import { trimOf } from './typeset/book/trim.js';
import type { Design } from './typeset/compose/design.js';
import { unknownFamilies } from './typeset/sheets/check-families.js';
import { unknownVariables } from './typeset/sheets/check-variables.js';
import { ownSheet, readSheet } from './typeset/sheets/read-sheet.js';
import { parseSheet, type Sheet } from './typeset/sheets/sheet.js';

/** The sheets of `styles/book/`, which all themes share, in cascade order: variables, then text, then parts of a book. */
const bookSheets = 'variables text margins cover front lists story figures tables notes'
  .split(' ')
  .map((name) => join('book', `${name}.css`));
/** The sheets of a theme, in cascade order; the edition's and a publication's `custom.css` follow. */
const themeSheets = ['page.css', 'body.css'];

/**
 * Reads the design of a publication in an edition. A theme is a folder of `styles/`: the publication's own, if it has
 * one of that name, else chongpai's.
 *
 * @throws a problem when there is no such theme.
 */
export function readDesign(place: Place, edition: Edition): Design {
  const { root, publication } = place;
  const read = sheetFiles(place, edition).flatMap((file) => readSheet(file) ?? []);
  const sheets = read.map(({ css }) => css);
  // A publication's own sheet may set paragraphs in any face.
  if (isThere(join(root, 'styles', ownSheet))) sheets.push(':root { --plain-paragraphs: any; }');
  const faces = read.flatMap((one) => one.faces);
  return {
    trim: publication.trim,
    path: join(root, publicationFile),
    sheets,
    ...(faces.length > 0 && { faces }),
    editorNotes: publication.editorNotes,
    contentsLevels: publication.contentsLevels,
    ...(publication.parts && { parts: publication.parts }),
    ...bindingOf(publication, edition),
  };
}

/** The sheets of a book, in cascade order. */
function sheetFiles({ root, publication }: Place, edition: Edition): string[] {
  const theme = themeFolder(root, publication.theme);
  const folders = styleFolders(root);
  const files = [
    ...bookSheets.map((name) => firstOf(folders.map((folder) => join(folder, name)))),
    ...themeSheets.map((name) => join(theme, name)),
    ...editionSheets(edition).map((name) => firstOf(folders.map((folder) => join(folder, 'editions', name)))),
    // 成品尺寸: a trim size may have its own style sheet.
    firstOf(folders.map((folder) => join(folder, 'trims', `${trimOf(publication.trim).name}.css`))),
    join(root, 'styles', ownSheet),
  ];
  return files.filter((file) => file !== undefined);
}

/** Messages about requests of a book's sheets that are not served, and about meaningless parts. */
export function designMessages(place: Place, edition: Edition): VFileMessage[] {
  const read = sheetFiles(place, edition).flatMap((file) => readSheet(file) ?? []);
  const families = read.flatMap(({ faces }) => faces.map(({ family }) => family));
  const sheets = read.map(({ sheet }) => sheet);
  const spare = place.publication.parts?.includes('spine') && !pressFor(place.publication.press, edition.id);
  const path = join(place.root, publicationFile);
  const unused = spare
    ? [message(say('spine-without-press'), { path, ruleId: 'parts', note: say('cover-sheet') })]
    : [];
  const requests = read.flatMap(({ css, sheet }) => [
    ...sheetRequests(css, sheet.path),
    ...(isOwn(sheet.path, place)
      ? [...unknownVariables(sheet, sheets), ...unknownFamilies(sheet, families)]
      : []),
  ]);
  return [...unused, ...requests];
}

/** The publication's own sheet, where it has one. */
export function ownSheetOf({ root }: Place): Sheet | undefined {
  const path = join(root, 'styles', ownSheet);
  const text = readTextFile(path);
  return text === undefined ? undefined : parseSheet(text, path);
}

/** A publication's own sheets; chongpai's are right. */
const isOwn = (path: string, { root }: Place) =>
  root !== packageRoot && path.startsWith(join(root, 'styles'));

/** Requirements of the binding on the pages; none where no press file is made. */
function bindingOf({ press, parts }: Publication, { id }: Edition): Pick<Design, 'binding'> {
  const chosen = pressFor(press, id);
  if (!chosen) return {};
  // A spine is part of a separately printed cover.
  const hasOwnCover = chosen.cover === 'separate' || parts?.includes('spine') === true;
  return { binding: { multiple: schemes[chosen.scheme].multiple, hasOwnCover } };
}

/** The folders of style sheets; changes in them change the book. */
export function styleFolders(root: string): string[] {
  return [...new Set([join(root, 'styles'), join(packageRoot, 'styles')])];
}

function themeFolder(root: string, theme: string): string {
  const found = firstOf(styleFolders(root).map((folder) => join(folder, theme, 'page.css')));
  if (found !== undefined) return join(found, '..');
  if (isThere(join(root, 'styles', theme)))
    throw problem(say('theme-without-page', theme), {
      path: join(root, 'styles', theme),
      ruleId: 'theme',
      note: say('copy-page-css'),
    });
  const themes = listThemes(root);
  throw problem(say('unknown-theme', theme, themes.join(', ')), {
    path: join(root, publicationFile),
    ruleId: 'theme',
    ...didYouMean(theme, themes),
  });
}

/** The themes that a publication can choose from: its own and chongpai's. */
export function listThemes(root: string): string[] {
  return [...new Set(styleFolders(root).flatMap(themesIn))].sort();
}

function themesIn(folder: string): string[] {
  return listFiles(folder).filter((name) => isThere(join(folder, name, 'page.css')));
}

function firstOf(files: readonly string[]): string | undefined {
  return files.find((file) => isThere(file));
}
