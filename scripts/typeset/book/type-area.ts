import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Trim } from './trim.js';

/** Type area 版心: a whole number of characters wide and of lines high, and its place on the page. In points. */
export interface TypeArea {
  emPt: number;
  linePt: number;
  /** Ems in a line over all columns. */
  ems: number;
  /** 栏 */
  columns: number;
  /** Lines on a page. */
  lines: number;
  /** 天头 */
  topPt: number;
  /** 地脚 */
  bottomPt: number;
  /** 订口: at the spine. */
  innerPt: number;
  /** 切口 */
  outerPt: number;
}

const pointsPerMm = 72 / 25.4;
/** Share of the sheet's width and height that the type area takes, if a theme does not set --width-share. */
const widthShare = 0.7;
const heightShare = 0.785;
/** Share of the horizontal margins at the spine, and of the vertical ones at the top: the foot gets more. */
const innerShare = 0.46;
const evenShare = 0.5;
const topShare = 0.45;
/** A line shorter than this cannot be justified (clreq §2.3). */
const leastEms = 10;
const leastLines = 8;

/**
 * Fits the type area to a trim size. `css` declares its units: `--em` (type size) and `--line`
 * (baseline to baseline), in points, in its first `:root`.
 *
 * @throws a problem when the sheet is too small for a line of ten ems.
 */
export function fitTypeArea(trim: Trim, css: string): TypeArea {
  const emPt = pointsOf(css, '--em');
  const linePt = pointsOf(css, '--line');
  const width = trim.widthMm * pointsPerMm;
  const height = trim.heightMm * pointsPerMm;
  const wanted = (width * (numberOf(css, '--width-share') ?? widthShare)) / emPt;
  const { columns, gaps } = columnsOf(css, wanted);
  const pitch = numberOf(css, '--pitch') ?? 1;
  const measure = Math.round((wanted - gaps) / columns / pitch) * pitch;
  const ems = measure * columns + gaps;
  const lines = Math.round((height * (numberOf(css, '--height-share') ?? heightShare)) / linePt);
  if (measure < leastEms || lines < leastLines)
    throw problem(say('page-too-small', trim.widthMm, trim.heightMm, lines, measure, leastLines, leastEms), {
      note: say('larger-trim'),
      ruleId: 'trim',
    });
  const [besides, above] = [width - ems * emPt, height - lines * linePt];
  const innerPt = besides * (trim.isScreen ? evenShare : innerShare);
  const topPt = above * topShare;
  return {
    emPt,
    linePt,
    ems,
    columns,
    lines,
    topPt,
    bottomPt: above - topPt,
    innerPt,
    outerPt: besides - innerPt,
  };
}

/**
 * 栏: `--columns`, or as many as have `--least-column` ems each; one if a theme sets neither. `--gap` ems separate
 * them.
 */
function columnsOf(css: string, wanted: number): { columns: number; gaps: number } {
  const gap = numberOf(css, '--gap') ?? 2;
  const least = numberOf(css, '--least-column');
  const fitting = least === undefined ? 1 : Math.floor((wanted + gap) / (least + gap));
  const columns = Math.max(1, Math.round(numberOf(css, '--columns') ?? fitting));
  return { columns, gaps: (columns - 1) * gap };
}

/** A variable without a unit. The last sheet that sets it decides, as in the cascade. */
function numberOf(css: string, name: string, unit = ''): number | undefined {
  const [, value] = [...css.matchAll(new RegExp(`${name}:\\s*([\\d.]+)${unit}\\s*[;}]`, 'g'))].at(-1) ?? [];
  return value === undefined ? undefined : Number(value);
}

function pointsOf(css: string, name: string): number {
  const value = numberOf(css, name, 'pt');
  if (value) return value;
  throw problem(say('theme-lacks-variable', name, name), {
    ruleId: 'theme',
  });
}

/** Extra space beyond the type area, in points: layout rounds down, and slightly less than a line holds no line. */
const roundingPt = { block: 0.2, inline: 0.04 };

/** The page rules that follow from a type area, for Paged.js; and the measures, for the theme's sheets. */
export function pageRules(
  trim: Trim,
  area: TypeArea,
  progression: 'ltr' | 'rtl',
): { page: string; root: string } {
  const pt = (value: number) => `${Math.round(value * 1000) / 1000}pt`;
  const [recto, verso] = progression === 'ltr' ? ['right', 'left'] : ['left', 'right'];
  const margins = (inner: 'left' | 'right') => {
    const outer = inner === 'left' ? 'right' : 'left';
    return `margin-top: ${pt(area.topPt)}; margin-bottom: ${pt(area.bottomPt - roundingPt.block)}; margin-${inner}: ${pt(area.innerPt)}; margin-${outer}: ${pt(area.outerPt - roundingPt.inline)};`;
  };
  const [rectoInner, versoInner] =
    progression === 'ltr' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  return {
    page: `@page { size: ${trim.widthMm}mm ${trim.heightMm}mm; ${margins(rectoInner)} }
@page :${recto} { ${margins(rectoInner)} }
@page :${verso} { ${margins(versoInner)} }
`,
    root: `:root { --columns: ${area.columns}; --trim-width: ${trim.widthMm}mm; --trim-height: ${trim.heightMm}mm; --measure: ${pt(area.ems * area.emPt)}; --page-lines: ${area.lines}; --type-height: ${pt(area.lines * area.linePt)}; --margin-top: ${pt(area.topPt)}; --margin-bottom: ${pt(area.bottomPt)}; --margin-inner: ${pt(area.innerPt)}; --margin-outer: ${pt(area.outerPt)}; }
`,
  };
}
