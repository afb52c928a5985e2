/**
 * The parts of a book around its stories, in the order in which they are bound: 封面, 书脊, 半扉, 扉页, 版权页, 目录,
 * 索引, 校记, 编校说明, 封底.
 */
export const partNames = [
  'cover',
  'spine',
  'half-title',
  'title-page',
  'imprint',
  'contents',
  'index',
  'notes',
  'colophon',
  'back-cover',
] as const;
/** Place of the editor's notes, if the book has them. */
export const noteModes = ['appendix', 'endnotes'] as const;
export type NoteMode = (typeof noteModes)[number];

export type PartName = (typeof partNames)[number];

/** With fewer characters (some sixty pages) a book is a booklet, which a half title would only make thicker. */
const bookLength = 40_000;

/** Default parts of a book by its length in characters. A spine is for perfect binding: it must be chosen. */
export function defaultParts(characters: number): PartName[] {
  const booklet: PartName[] = ['cover', 'contents', 'index', 'notes', 'colophon'];
  return characters < bookLength ? booklet : [...booklet, 'half-title', 'title-page', 'imprint'];
}
