import { isHan } from '../../text/characters.js';
import { breakKind } from '../../text/line-break.js';
import { hangingMarks } from '../../text/mark-shape.js';
import { breakLines } from '../../typeset/lines/break-lines.browser.js';
import { costs } from '../../typeset/lines/fit-line.browser.js';
import type { Line, Measured } from '../../typeset/lines/measured.browser.js';
import type { SetParagraph } from '../../typeset/lines/set-lines.browser.js';
import { paginate as layOut } from '../../typeset/pages/layout.browser.js';
import type { Pages, PaginationJob } from '../../typeset/pages.js';

export { setUp } from '../../typeset/pages/layout.browser.js';

/** Full lines of some paragraphs, those without gaps between Chinese characters, and the widest gap in em. */
export interface FloorCount {
  /** The rule that was given up for them. */
  rule: string;
  full: number;
  solid: number;
  widest: number;
  /** The widest gap if lines with gaps do not count, only how wide these are. */
  narrowest: number;
}

/** A rule that is given up, alone, to see what it costs. */
interface Relaxed {
  name: string;
  text?: (text: Measured, characters: string) => Measured;
  costs?: Partial<typeof costs>;
}

/** Gaps of fewer em keep the characters in their columns. */
const noGap = 0.005;

/** One aim: as few lines as possible with gaps between Chinese characters, whatever their marks look like. */
const fewestGaps = {
  squeezed: 0.001,
  spread: 0.001,
  joint: 0.001,
  wide: 0.001,
  seen: 0,
  blank: 0.001,
  short: 0,
};

/** Another aim: no wide gap, however many lines have narrow ones. */
const narrowGaps = { ...fewestGaps, squeezed: 1e-6, spread: 1e-6, joint: 1e-6, blank: 1e-6, gap: 0, wide: 1 };

/** The rules, each of which the floors name with what they would be without it. */
const relaxations: readonly Relaxed[] = [
  { name: 'by all rules' },
  { name: '孤字 allowed', costs: { lone: 0, loneMark: 0 } },
  { name: 'any mark may begin or end a line', text: withoutProhibition },
  { name: 'numbers and dates torn', text: torn },
  { name: 'marks gain up to ½ em', text: (text) => ({ ...text, stretch: text.stretch.map(half) }) },
  { name: 'Chinese and Latin up to ½ em apart', text: farJoints },
  { name: 'points hang 悬挂', text: hanging },
  { name: 'marks at a line’s end half or whole', text: wholeEnds },
  {
    name: 'all of these at once',
    costs: { lone: 0, loneMark: 0 },
    text: (text, characters) => {
      const free = torn(withoutProhibition(wholeEnds(farJoints(text))));
      return { ...hanging(free, characters), stretch: free.stretch.map(half) };
    },
  },
];

const half = (stretch: number) => (stretch > 0 ? 1 / 2 : 0);

function withoutProhibition(text: Measured): Measured {
  const isWide = (at: number) => text.widths[at]! > 0.4;
  const breaks = text.breaks.map((kind, at) =>
    kind === breakKind.never && at > 0 && isWide(at) && isWide(at - 1) ? breakKind.allowed : kind,
  );
  return { ...text, breaks };
}

function torn(text: Measured): Measured {
  return {
    ...text,
    breaks: text.breaks.map((kind) => Math.min(kind, breakKind.allowed)),
  };
}

/** A joint may gain up to ¼ em in all: one that counts as narrower gains as much more. */
function farJoints(text: Measured): Measured {
  const stretch = text.stretch.map((own, at) => own + (text.joints[at + 1]! > 0 ? 1 / 4 : 0));
  return { ...text, stretch };
}

function hanging(text: Measured, characters: string): Measured {
  const endBlank = text.endBlank.map((blank, at) =>
    hangingMarks.has(characters[at]!) ? text.widths[at]! : blank,
  );
  return { ...text, endBlank };
}

/** The last mark counts as one inside the line. */
function wholeEnds(text: Measured): Measured {
  return { ...text, endBlank: text.endBlank.map((blank, at) => (text.spare[at]! > 0 ? 0 : blank)) };
}

/** Lays a galley out, and counts its lines as they are and at the floors. */
export async function paginate(job: PaginationJob): Promise<Pages & { floors: FloorCount[] }> {
  const paragraphs: SetParagraph[] = [];
  const pages = await layOut(job, (_flow, _count, set = []) => {
    paragraphs.push(...set.filter(({ paragraph: { block } }) => block.matches('article p:not([class])')));
  });
  const printed = countOf(
    'as printed',
    paragraphs.map((one) => ({ text: one.paragraph.text, lines: one.lines })),
  );
  const floors = relaxations.map((rule) => ({
    ...floorOf(paragraphs, rule, fewestGaps),
    narrowest: floorOf(paragraphs, rule, narrowGaps).widest,
  }));
  return { ...pages, floors: [printed, ...floors] };
}

function floorOf(paragraphs: readonly SetParagraph[], rule: Relaxed, aim: Partial<typeof costs>): FloorCount {
  const former = { ...costs };
  Object.assign(costs, aim, rule.costs);
  try {
    return countOf(
      rule.name,
      paragraphs.map(({ paragraph, text, air }) => ({
        text: paragraph.text,
        lines: breakLines(rule.text?.(text, paragraph.text) ?? text, {
          ...paragraph,
          measure: paragraph.measure - air,
        }),
      })),
    );
  } finally {
    Object.assign(costs, former);
  }
}

function countOf(
  rule: string,
  broken: readonly { text: string; lines: readonly Line[] | undefined }[],
): FloorCount {
  const count: FloorCount = { rule, full: 0, solid: 0, widest: 0, narrowest: 0 };
  for (const { text, lines = [] } of broken)
    for (const { start, end, gap } of lines.slice(0, -1)) {
      const width = hasPair(text.slice(start, end)) ? Math.abs(gap) : 0;
      count.full++;
      if (width < noGap) count.solid++;
      count.widest = Math.max(count.widest, width);
    }
  count.narrowest = count.widest;
  return count;
}

/** True if two Chinese characters are neighbours: else a line has no gap between such. */
const hasPair = (text: string) =>
  [...text].some((char, at, all) => at > 0 && isHan(char) && isHan(all[at - 1]!));
