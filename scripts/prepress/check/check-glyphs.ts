import { type Finding, type FindingRule, nameCharacters, placeName, positionOf } from '../finding.js';
import { comparable, isIgnorable } from '../read/comparable.js';
import { isInside, shareInside } from '../read/matrix.js';
import type { Glyph } from '../read/painter.js';
import type { PdfPage } from '../read/read-pdf.js';

/** Input of a glyph check: the glyph and its place. */
export interface OnPaper {
  glyph: Glyph;
  page: PdfPage;
  /** From 1. */
  number: number;
}

/** A glyph may extend this far beyond the trim without being cut visibly: half a point, 0.18 mm. */
const slackPt = 0.5;

/** Checks that need only the glyph itself: its code point, its picture, its place on the page. */
export function checkGlyph(on: OnPaper): Finding | undefined {
  return checkText(on) ?? checkPicture(on) ?? checkPlace(on);
}

/** A finding about one glyph. */
export function glyphFinding(on: OnPaper, rule: FindingRule, problem: string, remedy: string): Finding {
  const { glyph, page, number } = on;
  const position = positionOf(page, glyph.box);
  const characters = glyph.text || glyph.raw || '';
  const what = characters ? nameCharacters(characters) : `glyph ${glyph.code} of ${glyph.font.name}`;
  const message = `${what} on ${placeName(number, position)} ${problem}`;
  const { x, y, size } = glyph;
  return { rule, page: number, position, characters, message, remedy, glyph: { problem, x, y, size } };
}

function checkText(on: OnPaper): Finding | undefined {
  const { raw, text, code, font } = on.glyph;
  const isPlain = raw !== undefined && raw === text;
  if (isPlain && font.proven.get(code) === raw) return undefined;
  const finding = checkCharacter(on);
  if (isPlain && !finding) font.proven.set(code, raw);
  return finding;
}

function checkCharacter(on: OnPaper): Finding | undefined {
  const { glyph } = on;
  if (glyph.font.codeBytes === 2 && glyph.code === 0) {
    const remedy = 'Add a font that has the character to the edition, or write it otherwise.';
    return glyphFinding(on, 'missing-glyph', 'has no picture: no font has the character', remedy);
  }
  if (glyph.raw === undefined && glyph.text === '') {
    const remedy =
      'Print with a font whose characters are known, so that the text can be found and read aloud.';
    return glyphFinding(on, 'missing-unicode', 'does not say which character it is', remedy);
  }
  if (hasRadical(glyph.raw) || hasRadical(glyph.text)) {
    const remedy =
      'Subset the fonts to the characters of the book, so that no radical shares a glyph with one.';
    return glyphFinding(on, 'radical', 'is written as a radical, not as the character', remedy);
  }
  return checkUnicode(on);
}

function hasRadical(text: string | undefined): boolean {
  if (!text) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x2e80 && code <= 0x2fdf) return true;
  }
  return false;
}

/** Checks that the embedded font's own cmap agrees with the PDF's text of a glyph. */
function checkUnicode(on: OnPaper): Finding | undefined {
  const { glyph } = on;
  const served = glyph.font.outlines?.characters.get(glyph.code);
  const { cluster } = glyph;
  // Forms that only a feature yields (vertical marks, joined dashes) have no entry: the text proves those.
  if (!served) return undefined;
  const isServed = (text: string) => {
    // A soft hyphen has no picture: the browser writes it into the letter before it.
    const points = comparable(text.normalize('NFC'));
    const own = alike.find((signs) => signs.includes(text)) ?? points[0];
    if (points.length === 1 && served.some((code) => own!.includes(String.fromCodePoint(code)))) return true;
    return served.some(
      (code) => code >= 0xfb00 && code <= 0xfb06 && ligature(code) === text.normalize('NFKC'),
    );
  };
  const isPart = (text: string) =>
    text === cluster?.text && served.some((code) => isPartOf(String.fromCodePoint(code), text));
  const wrong = [glyph.raw, cluster?.text ?? glyph.text].find(
    (text) => text && !isServed(text) && !isPart(text) && !isIgnorable(text),
  );
  if (wrong === undefined) return undefined;
  const drawn = served.map((code) => String.fromCodePoint(code)).join(' or ');
  const remedy =
    'The ToUnicode map of the font is wrong: print again; if this remains, report the browser’s version.';
  return glyphFinding(
    on,
    'wrong-unicode',
    `is said to be “${wrong}”, but its picture is that of “${drawn}”`,
    remedy,
  );
}

/**
 * Signs with one picture: 思源宋体 sets the Chinese — as ―, and browsers set ‑ as a hyphen where a font lacks it. What
 * the manuscript has is compared by code points.
 */
const alike = ['—―', '-‐‑'];

/**
 * True if a character is in a text, with composed or separate accents; brackets are mirrored in right-to-left text, and
 * fonts compose ض of ص and a dot.
 */
function isPartOf(character: string, text: string): boolean {
  if (isIgnorable(character) || text === brackets[brackets.indexOf(character) ^ 1]) return true;
  const forms = [text, text.normalize('NFC'), text.normalize('NFD')];
  const skeleton = skeletons.find((letters) => letters.includes(character)) ?? character;
  return forms.some((form) => [...skeleton].some((letter) => form.includes(letter)));
}

/** Letters of Arabic that differ in their dots (Unicode ArabicShaping, joining groups). */
const skeletons =
  'صضڝڞ طظڟ دذڈڊڌڍڎ رزژڑړږڕ حجخچځڃڅ عغڠ سشښڛ هةھہۀە وؤۇۆۈۋۅ یىيئېۍ كکگڭڪڬ اأإآٱ بپتثٹٻټٮ نںڼ فقڤڨٯڡ'.split(
    ' ',
  );

/** In pairs, so that the indices of a pair differ in the last bit (Unicode BidiMirroring). */
const brackets = '()<>[]{}«»‹›（）＜＞［］｛｝｟｠《》〈〉「」『』【】〔〕〖〗〘〙〚〛≤≥≪≫';

function ligature(code: number): string {
  return String.fromCodePoint(code).normalize('NFKC');
}

function checkPicture(on: OnPaper): Finding | undefined {
  const { glyph } = on;
  if (isBlank(glyph)) return undefined;
  const remedy = 'Make the text visible: a book has no transparent, zero-size or invisible text.';
  if (glyph.hasInk === false) return glyphFinding(on, 'blank-glyph', 'has an empty picture', remedy);
  if (glyph.mode === 3 || glyph.mode === 7)
    return glyphFinding(on, 'hidden', 'is set to be invisible', remedy);
  if (glyph.opacity < 0.05) return glyphFinding(on, 'hidden', 'is transparent', remedy);
  if (glyph.size < leastPt - slightPt)
    return glyphFinding(
      on,
      'hidden',
      `is ${glyph.size.toFixed(1)} pt high, expected at least ${leastPt}`,
      remedy,
    );
  if (!glyph.isUpright && !glyph.font.isVertical && !isOnItsSide(glyph))
    return glyphFinding(
      on,
      'turned',
      'is turned or mirrored',
      'Remove the rotation of text from the style sheet.',
    );
  return undefined;
}

/** No type for reading is smaller, nor are readings of characters, give or take a browser's rounding. */
const leastPt = 4;
const slightPt = 0.02;

/** In lines that run down, letters of other scripts lie on their right side. */
function isOnItsSide({ matrix: [a, b, c, d] }: Glyph): boolean {
  return Math.abs(a) < 0.01 && Math.abs(d) < 0.01 && b < 0 && c > 0;
}

function checkPlace(on: OnPaper): Finding | undefined {
  const { glyph, page } = on;
  if (isBlank(glyph)) return undefined;
  const remedy = 'Give the block room: a smaller size, a break, or another measure.';
  // Boxes guessed from font metrics are larger than the ink: there only the centre counts.
  const isExact = glyph.hasInk === true;
  const isOutside = isExact
    ? !isInside(glyph.box, page.trim, slackPt)
    : shareInside(glyph.box, page.trim) < 0.5;
  if (isOutside) return glyphFinding(on, 'outside-page', 'is outside the trimmed page', remedy);
  if (shareInside(glyph.box, glyph.clip) < (isExact ? 0.95 : 0.5)) {
    return glyphFinding(on, 'clipped', 'is cut off by the box around it', remedy);
  }
  return undefined;
}

/** True if a glyph is meant to be invisible: white space and marks without a picture. */
export function isBlank(glyph: Glyph): boolean {
  if (glyph.hasInk === true) return false;
  const text = glyph.text || glyph.raw;
  return text === undefined || text === '' || isIgnorable(text);
}
