import { createHash } from 'node:crypto';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { assemble } from '../../typeset/assemble/assemble.js';
import type { Book } from '../../typeset/book/galley.js';
import type { FontSet } from '../../typeset/fonts/fonts.js';
import type { LaidOut, OnGalley } from '../../typeset/pages/paginate.js';
import type { Pages } from '../../typeset/pages.js';
import type { ShownSheets } from './shown-sheets.js';
import { newWarmFonts, type WarmFonts } from './warm-fonts.js';
import { newWarmLayout } from './warm-layout.js';
import type { FirstPages, ShownOutput } from './workshop.js';

/** A page of the preview: the same HTML as in the PDF. */
export interface ShownPage {
  html: string;
  label: string;
  /** DOM ids on it. */
  ids: string[];
}

/** A line of the outline 书签: a story, and the index of its first page. */
export interface OutlineEntry {
  id: string;
  title: string;
  page: number;
}

/** Pages, and the style sheets and fonts that they need, by name of their content. */
export interface ShownBook {
  title: string;
  lang: string;
  progression: 'ltr' | 'rtl';
  /** In CSS px. */
  width: number;
  height: number;
  pages: ShownPage[];
  fonts: string[];
  sheets: string[];
  outline: OutlineEntry[];
  /** Blocks that do not fit the type area. */
  misfits: string[];
  /** Pages between the covers; all of them where the cover is printed with the pages. From 0. */
  inside: number[];
  /** 拼版, where a press file is wanted. */
  press?: ShownSheets;
  /** Its outputs. */
  outputs?: ShownOutput[];
}

const pxPerMm = 96 / 25.4;

/** Lays books out and keeps their style sheets for as long as the preview runs. */
export function newLayout(pool: BrowserPool, onGalley?: OnGalley) {
  const sheets = new Map<string, string>();
  const keep = (css: string) => {
    const name = createHash('sha256').update(css).digest('hex').slice(0, 20);
    sheets.set(name, css);
    return name;
  };
  const { paginate, settled } = newWarmLayout(pool);
  const fontsOf = newWarmFonts();
  return {
    settled,
    sheet: (name: string) => sheets.get(name),
    /** 排版 for the screen. */
    async show(book: Book): Promise<ShownBook> {
      const fonts = await fontsOf(book);
      return shown(book, await paginate(book, fonts, { onGalley }), fonts);
    },
    /** The first pages of a book; of a story that is not whole only the first page is kept. */
    async showFirst({ book, rest }: FirstPages): Promise<ShownBook> {
      const fonts = await fontsOf({ ...book, characters: book.characters + usualMarks });
      const laidOut = await paginate(book, fonts, { isFirst: true });
      return shown(book, { ...laidOut, pages: laidOut.pages.map((galley) => upTo(galley, rest)) }, fonts);
    },
  };
  function shown(book: Book, laidOut: LaidOut, fonts: WarmFonts): ShownBook {
    const { pages, css } = assemble(book, laidOut, { ...fonts, css: '' } satisfies FontSet);
    const troubles = laidOut.pages.flatMap((galley) => galley.troubles);
    return {
      title: book.title,
      lang: book.lang,
      progression: book.progression,
      width: book.trim.widthMm * pxPerMm,
      height: book.trim.heightMm * pxPerMm,
      pages: pages.map(({ html, label, ids }) => ({ html, label, ids })),
      fonts: fonts.sheets.map(keep),
      sheets: [keep(css)],
      outline: outlineOf(pages),
      inside: pages.flatMap(({ isCover }, index) => (isCover && book.binding?.hasOwnCover ? [] : [index])),
      misfits: troubles.map(({ block, reason }) => `${block} ${reason}`),
    };
  }
}

/** Letters and marks that the whole book probably has: its fonts contain them from the start and only grow later. */
const usualMarks = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32))}，。、；：？！“”‘’（）《》〈〉—…·　`;

/** The pages of a galley before the one where a story breaks off; the first page always stays. */
function upTo(galley: Pages, [opening, following]: readonly string[]): Pages {
  const pageOf = (id: string | undefined) =>
    id === undefined ? -1 : galley.pages.findIndex(({ ids }) => ids.includes(id));
  if (pageOf(opening) < 0) return galley;
  const end = following === undefined ? galley.pages.length : pageOf(following);
  return { ...galley, pages: galley.pages.slice(0, Math.max(1, end - 1)) };
}

export type Layout = ReturnType<typeof newLayout>;

/** The stories by their running heads, in the order of the pages on which they open. */
function outlineOf(pages: readonly { html: string }[]): OutlineEntry[] {
  const known = new Set<string>();
  return pages.flatMap(({ html }, page) =>
    [...html.matchAll(/<(?:article|section)\b[^>]*>/g)].flatMap(([tag]) => {
      const [id, title] = [attribute(tag, 'id'), attribute(tag, 'data-head')];
      if (!id || !title || known.has(id)) return [];
      known.add(id);
      return [{ id, title, page }];
    }),
  );
}

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
  return value
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&');
}
