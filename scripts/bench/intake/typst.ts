import { visibleLength } from '../../text/visible.js';
import { packedFont } from '../../typeset/fonts/packed-fonts.js';
import type { GoldPiece } from '../restore/gold.js';
import { colouredTruth, colourOf } from './coloured.js';
import type { Newspaper } from './newspaper.js';
import type { PrintedNewspaper } from './print-newspaper.js';

/** The parts of Typst's compiler for Node that are used here; a person may have installed it beside chongpai. */
interface Typst {
  NodeCompiler: {
    create(how: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): {
      pdf(how: { mainFileContent: string }): Uint8Array;
    };
  };
}
const name = '@myriaddreamin/typst-ts-node-compiler';

/** Size of the text, and of a line with its leading, in points. */
const [size, leading] = [9.75, 14.6];
/** Room for lines that break earlier than their number of characters suggests. */
const rooms = [1.06, 1.15, 1.3];

/** A page of stacked stories as Typst sets it; undefined if Typst is not installed or leaves something out. */
export async function printByTypst(newspaper: Newspaper): Promise<PrintedNewspaper | undefined> {
  if (newspaper.isVertical) return undefined;
  const library: Typst | undefined = await import(/* @vite-ignore */ name).catch(() => undefined);
  if (!library) return undefined;
  const characters = [...new Set(newspaper.html)].map((char) => char.codePointAt(0)!);
  const fonts = await Promise.all(
    ['NotoSerifSC_400Regular.ttf', 'NotoSansSC_700Bold.ttf'].map((file) => packedFont(file)!.cut(characters)),
  );
  const compiler = library.NodeCompiler.create({ workspace: '.', fontArgs: [{ fontBlobs: fonts }] });
  for (const room of rooms) {
    const truth = await colouredTruth(
      compiler.pdf({ mainFileContent: sourceOf(newspaper, room) }),
      newspaper,
    );
    if (truth) return truth;
  }
  return undefined;
}

function sourceOf({ pieces, columns, measureEm, gutterEm }: Newspaper, room: number): string {
  const width = (columns * measureEm + (columns - 1) * gutterEm) * size;
  const numbered = pieces.map((piece, index) => ({ piece, index }));
  const numbers = [...new Set(pieces.map(({ story }) => story))].filter((story) => story >= 0);
  const stories = numbers.map((story) => numbered.filter(({ piece }) => piece.story === story));
  const head = numbered.filter(({ piece }) => piece.role === 'furniture').map((one) => textOf(one));
  return `#set page(width: ${width + 60}pt, height: auto, margin: 30pt)
#set text(font: "Noto Serif SC", size: ${size}pt, lang: "zh", cjk-latin-spacing: none)
#set par(justify: true, leading: ${leading - size}pt, spacing: ${leading - size}pt, first-line-indent: (amount: 2em, all: true))
#let plain(body) = par(first-line-indent: 0em, justify: false, body)
#grid(columns: (1fr, 1fr), plain(text(size: 7.5pt)[${head[0] ?? ''}]), align(right, plain(text(size: 7.5pt)[${head[1] ?? ''}])))
#v(20pt)
${stories.map((story) => storyOf(story, { columns, measureEm, gutterEm, room })).join('\n#v(20pt)\n')}
`;
}

interface Numbered {
  piece: GoldPiece;
  index: number;
}

const titles: ReadonlySet<string> = new Set(['headline', 'kicker', 'deck', 'byline']);

function storyOf(
  story: readonly Numbered[],
  {
    columns,
    measureEm,
    gutterEm,
    room,
  }: Pick<Newspaper, 'columns' | 'measureEm' | 'gutterEm'> & { room: number },
): string {
  const isBehind = story.findIndex(({ piece }) => !titles.has(piece.role));
  const title = story.slice(0, Math.max(0, isBehind));
  const body = story.slice(Math.max(0, isBehind));
  const rows = body.reduce(
    (sum, { piece }) => sum + Math.ceil((visibleLength(piece.text) + 2) / measureEm),
    0,
  );
  const height = Math.ceil((rows / columns) * room + 1) * leading;
  return `${title.map((one) => titleOf(one)).join('\n')}
#block(height: ${height}pt, width: 100%)[#columns(${columns}, gutter: ${gutterEm * size}pt)[
${body.map((one) => blockOf(one)).join('\n\n')}
]]`;
}

const textOf = ({ piece, index }: Numbered) =>
  `#text(fill: rgb("${colourOf(index)}"))[#("${piece.text.replace(/[\\"]/gu, '\\$&')}")]`;

function titleOf(one: Numbered): string {
  const large =
    one.piece.role === 'headline'
      ? `font: "Noto Sans SC", weight: 700, size: 22pt`
      : one.piece.role === 'byline'
        ? ''
        : 'size: 11.2pt';
  return `#align(center, plain(text(${large})[${textOf(one)}]))`;
}

function blockOf(one: Numbered): string {
  if (one.piece.role === 'crosshead')
    return `#align(center, plain(text(font: "Noto Sans SC", weight: 700)[${textOf(one)}]))`;
  if (one.piece.role === 'caption') return `#plain(text(size: 8.3pt)[${textOf(one)}])`;
  return one.piece.isFlush ? `#par(first-line-indent: 0em)[${textOf(one)}]` : textOf(one);
}
