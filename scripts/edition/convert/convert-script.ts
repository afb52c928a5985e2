import { isCompatibilityHan, isHanUnit } from '../../text/characters.js';
import { type FormRule, findRules } from '../lexicon/rules/index.js';
import { none } from '../lexicon/trie.js';
import { type Conversion, reasons } from './clause/conversion.js';
import { convertClause } from './clause/convert-clause.js';
import { rateForm } from './clause/weigh-forms.js';
import type { Converter } from './converter.js';
import { namedTooEarly, newStory, type Story } from './story.js';

/** Text in another script, unit by unit. */
export interface Converted extends Conversion {
  converter: Converter;
}

/**
 * 繁简转换 of one block: each run of Han characters on its own, then the glyph forms of region and house.
 *
 * @param story of the text, at the text's block; it learns the names.
 */
export function convertScript(text: string, converter: Converter, story = newStory([text])): Converted {
  const out = new Array<string>(text.length);
  const conversion: Conversion = {
    text,
    out,
    why: new Uint8Array(text.length),
    risk: new Float32Array(text.length),
    starts: new Uint8Array(text.length),
    rules: converter.script.model
      ? findRules(text, converter.region, story.speech.get(text) ?? 'mandarin')
      : noRules,
    story,
  };
  for (let index = 0; index < text.length; ) {
    if (!isHanUnit(text.charCodeAt(index))) {
      out[index] = converter.script.units[text.charCodeAt(index++)]!;
      continue;
    }
    let end = index;
    let highest = 0;
    while (end < text.length && isHanUnit(text.charCodeAt(end)))
      highest = Math.max(highest, text.charCodeAt(end++));
    convertClause(converter.script, conversion, [index, end]);
    if (highest >= firstRare) convertRare(converter, conversion, [index, end]);
    toRegion(converter, conversion, [index, end]);
    index = end;
  }
  return { ...conversion, converter };
}

/**
 * The blocks of a story, in order; then once more those that name somebody before the story introduces him.
 *
 * @param texts undefined for a block that is not converted.
 */
export function convertStory(
  texts: readonly (string | undefined)[],
  converter: Converter,
  story: Story = newStory(texts.filter((text) => text !== undefined)),
): (Converted | undefined)[] {
  const convertAt = (index: number) => {
    story.block = index;
    const text = texts[index];
    return text === undefined ? undefined : convertScript(text, converter, story);
  };
  const converted = texts.map((_, index) => convertAt(index));
  for (const index of namedTooEarly(story, texts)) converted[index] = convertAt(index);
  return converted;
}

const noRules: ReadonlyMap<number, FormRule> = new Map();

/** Halves of surrogate pairs and compatibility ideographs begin here. */
const firstRare = 0xd800;

/** Converts characters beyond the first plane, and compatibility ideographs, which are in no word. */
function convertRare({ script }: Converter, { text, out, why }: Conversion, [start, end]: Range): void {
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (isCompatibilityHan(unit)) {
      const plain = text[index]!.normalize('NFC');
      out[index] = script.characters.get(plain) ?? plain;
    } else if (unit >= 0xd800 && unit < 0xdc00 && why[index] === reasons.default && index + 1 < end) {
      const form = script.characters.get(text.slice(index, index + 2));
      if (form === undefined) continue;
      out[index] = form;
      out[index + 1] = '';
    }
  }
}

type Range = readonly [start: number, end: number];

function toRegion(
  { script: { risks }, glyphs, regional, regionalValues, isRegional }: Converter,
  conversion: Conversion,
  [start, end]: Range,
): void {
  const { out, why } = conversion;
  for (let index = start; index < end; ) {
    // The second half of a pair is empty.
    if (isRegional[out[index]!.charCodeAt(0) | 0] === 0) {
      index++;
      continue;
    }
    let node = 1;
    let found = -1;
    let foundEnd = index;
    for (let at = index; at < end && node !== 0; at++) {
      node = out[at]!.length === 1 ? regional.step(node, out[at]!.charCodeAt(0)) : 0;
      const value = regional.valueAt(node);
      if (value === none) continue;
      found = value;
      foundEnd = at + 1;
    }
    if (found < 0) {
      const glyph = glyphs.get(out[index]!);
      if (glyph !== undefined && glyph !== out[index]) {
        out[index] = glyph;
        if (risks) rateForm(risks, conversion, index, 0);
      }
      index++;
      continue;
    }
    const value = regionalValues[found]!;
    for (let at = index; at < foundEnd; at++) {
      out[at] = value[at - index]!;
      why[at] = reasons.name;
    }
    index = foundEnd;
  }
}
