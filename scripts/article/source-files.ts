import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isFolder, listArticles, listFiles, names } from './manuscript.js';

/**
 * Endings of source files, by rank: where several kinds are in one folder, the first is the source and the others are
 * its origins. A PDF beside its recognition result is that result's picture.
 */
const ranks: readonly RegExp[] = [
  /\.txt$/i,
  /\.md$/i,
  /\.ocr\.json$/i,
  /\.(?:xml|alto|hocr|x?html?|jsonl?|tsv)$/i,
  /\.docx$/i,
  /\.pdf$/i,
];
/** A picture is a source where it was not recognised yet; beside articles it is only for viewing. */
const picture = /\.(?:jpe?g|png|tiff?|webp)$/i;
/** Markdown and a result of recognition that was set aside are no texts: we write them beside these. */
const looseKinds = [...ranks.filter((end) => !end.test('.md')), picture];
const isSetAside = (name: string) => /\.ocr\.old\.json$/i.test(name);
/** source.pdf, source.1.pdf, source-2.xml, source.ocr.json */
const form = /^source(?:[.-]\d{1,4})?(?:\.ocr)?\.[a-z]+$/i;
/** True for files of the machine. */
const isOurs = (name: string) => /\.(?:ledger\.json|tmp)$/i.test(name);
const byNumber = new Intl.Collator('en', { numeric: true });

/** True if a source may have this file name. */
export const isSourceName = (path: string) => form.test(basename(path)) && !isOurs(path);

/** 底本: the files of an issue's source, a page each or one for all, in their order; none where it has no source. */
export function sourceFiles(folder: string): string[] {
  const found = listFiles(folder).filter(isSourceName).sort(byNumber.compare);
  const kinds = listArticles(folder).length === 0 ? [...ranks, picture] : ranks;
  const rank = kinds.find((end) => found.some((name) => end.test(name)));
  return rank ? found.filter((name) => rank.test(name)).map((name) => join(folder, name)) : [];
}

/** The name of a text without its ending: `a.txt` → `a`, `a.ocr.json` → `a`. */
export const stemOf = (path: string) => basename(path).replace(/(?<=.)(?:\.ocr)?\.[^.]+$/u, '');

/**
 * 散稿: the names of the texts in a folder that is no issue, in their order. Of files with one name only the best kind is
 * a text: the others are its origins.
 */
export function looseTexts(folder: string): string[] {
  const found = listFiles(folder)
    .filter((name) => !name.startsWith('.') && !isOurs(name) && !isSetAside(name))
    .filter((name) => looseKinds.some((end) => end.test(name)) && !isFolder(join(folder, name)));
  const best = new Map<string, string>();
  for (const end of looseKinds)
    for (const name of found.filter((one) => end.test(one)))
      if (!best.has(stemOf(name))) best.set(stemOf(name), name);
  return [...best.values()].sort(byNumber.compare);
}

/** 扫描: the pictures and PDFs of an issue's source, which have to be recognised if they have no text. */
export function scanFiles(folder: string): string[] {
  const found = listFiles(folder).filter(isSourceName).sort(byNumber.compare);
  const pictures = found.filter((name) => picture.test(name));
  const scans = pictures.length > 0 ? pictures : found.filter((name) => /\.pdf$/i.test(name));
  return scans.map((name) => join(folder, name));
}

/** The file named in problems of an issue's source. */
export const sourcePath = (folder: string) => sourceFiles(folder)[0] ?? join(folder, names.source);

/** Ids of the issues of a publication: the folders under `manuscript/` that hold a source or an article. */
export function listIssues(manuscript: string): string[] {
  return listFiles(manuscript)
    .filter((name) => !name.startsWith('.') && isFolder(join(manuscript, name)))
    .filter((id) => {
      const folder = join(manuscript, id);
      return (
        existsSync(join(folder, names.issue)) ||
        listArticles(folder).length > 0 ||
        sourceFiles(folder).length > 0
      );
    })
    .sort();
}
