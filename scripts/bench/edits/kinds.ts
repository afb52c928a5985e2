import { png } from './png.js';

/** A kind of file that a person may save, and where a mark in it then stands. */
export interface Kind {
  issue: string;
  /** On all papers, on the Traditional ones, or in the trace alone. */
  mark: 'all' | 'Hant' | 'trace';
  text: (mark: string) => string | Uint8Array;
}

const publication = (title: string) =>
  `title: ${title}\ntrim: A6\neditions: [zh-Hans, zh-Hant-TW, zh-Hant-HK]\nparts: [cover]\n`;

/** A publication in which a person saves files: an issue that was written, and one that is restored from a source. */
export const publicationFiles: Readonly<Record<string, string | Uint8Array>> = {
  'manuscript/publication.yaml': publication('试报'),
  'manuscript/names.txt': '',
  'manuscript/book/01.md': '# 标题\n\n起初的正文，奥巴马与特朗普。\n\n![图](p.png)\n',
  'manuscript/book/issue.yaml': 'sections:\n  - title: 版\n    articles: ["01"]\n',
  'manuscript/book/names.txt': '',
  'manuscript/book/p.png': png(20, 20, 1),
  'manuscript/raw/source.txt': '本报讯　今日天气晴好，市民纷纷出游。\n',
  'styles/custom.css': '',
};

/** Every kind of input of a build. */
export const kinds: Readonly<Record<string, Kind>> = {
  'manuscript/book/01.md': {
    issue: 'book',
    mark: 'all',
    text: (mark) => `# 标题\n\n正文${mark}，奥巴马与特朗普。\n\n![图](p.png)\n`,
  },
  'manuscript/book/issue.yaml': {
    issue: 'book',
    mark: 'all',
    text: (mark) => `title: 期${mark}\nsections:\n  - articles: ["01"]\n`,
  },
  'manuscript/book/names.txt': { issue: 'book', mark: 'Hant', text: (mark) => `川${mark} = 特朗普\n` },
  'manuscript/names.txt': { issue: 'book', mark: 'Hant', text: (mark) => `歐${mark} = 奥巴马\n` },
  'manuscript/publication.yaml': { issue: 'raw', mark: 'all', text: (mark) => publication(`报${mark}`) },
  'styles/custom.css': { issue: 'book', mark: 'trace', text: (mark) => `/* ${mark} */\n` },
  'manuscript/book/p.png': {
    issue: 'book',
    mark: 'trace',
    text: (mark) => png(20, 20, mark.codePointAt(0)! % 200),
  },
  'manuscript/raw/source.txt': {
    issue: 'raw',
    mark: 'all',
    text: (mark) => `本报讯　今日天气${mark}晴好，市民纷纷出游。\n`,
  },
  'manuscript/raw/overrides.yaml': {
    issue: 'raw',
    mark: 'all',
    text: (mark) => `replace:\n  - {text: 出游, with: 出${mark}游}\n`,
  },
};

/** The stages of a build, in order; a stage that is not run is over when the build is. */
export const stages = [
  'intake',
  'restore',
  'read',
  'compose',
  'fonts',
  'paginate',
  'print',
  'finish',
  'preflight',
] as const;

/** Characters that no conversion changes, and that stand nowhere else in the publication. */
export const marks = [...'甲乙丙丁戊己庚辛壬癸子寅卯辰巳午未申酉戌亥天地人山川水火木金土石田左右'];
