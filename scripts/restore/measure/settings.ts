import type { Measure } from '../../article/restoration.js';
import { indentShares, settingNumbers, styleShares } from '../numbers/fit.js';

const {
  allMeasures,
  keeps,
  narrowestEm,
  narrowIndent,
  unbrokenShare,
  unusualShare,
  usualFromEm,
  usualIndent,
  usualMeasures,
  usualToEm,
  widestEm,
} = settingNumbers;

/** Setting: a hypothesis about the setting of a run of lines. Lengths in quarter ems. */
export interface Setting {
  style: Measure['style'];
  /** Index into `widthStyles`. */
  widths: number;
  /** 行长: Infinity where the text was not broken into lines at all. */
  measure: number;
  /** Amount by which first lines were shorter … */
  indent: number;
  /** … and true if that white space is still in the source. */
  indentShown: boolean;
  /** True if marks may hang past the end of the measure. */
  hangs: boolean;
  /** True if 避头尾 is observed. */
  prohibits: boolean;
  /** Lines end up to some em before their measure, as text from the web does. */
  isRagged: boolean;
  /** Log prior. */
  prior: number;
  /** The same for all settings that differ only in their measure. */
  row: number;
}

interface Style {
  style: Measure['style'];
  widths: number;
  hangs?: boolean;
  grid?: boolean;
  ragged?: boolean;
  share: number;
}
const styles: Style[] = [
  { style: 'kaiming', widths: 0, share: styleShares.kaiming },
  { style: 'full', widths: 1, share: styleShares.full },
  { style: 'squeezed', widths: 2, share: styleShares.squeezed },
  { style: 'half', widths: 3, share: styleShares.half },
  { style: 'hanging', widths: 1, hangs: true, share: styleShares.hanging },
  { style: 'full', widths: 1, grid: true, share: styleShares.grid },
  { style: 'full', widths: 1, ragged: true, share: styleShares.ragged },
];
const indents = [
  { indent: usualIndent, indentShown: false, share: indentShares.usualLost },
  { indent: usualIndent, indentShown: true, share: indentShares.usualShown },
  { indent: 0, indentShown: false, share: indentShares.none },
  // Old and narrow columns have one em; looked for in the usual styles only, for each hypothesis takes time.
  { indent: narrowIndent, indentShown: true, share: indentShares.narrowShown },
  { indent: narrowIndent, indentShown: false, share: indentShares.narrowLost },
];

/** All hypotheses: every measure in half ems (newspapers use 9–30 em) by style by indent, and "not broken". */
export const settings: readonly Setting[] = [...enumerate()];

function* enumerate(): Generator<Setting> {
  let row = 0;
  for (const { style, widths, hangs = false, grid = false, ragged = false, share } of styles) {
    for (const { indent, indentShown, share: indentShare } of indents) {
      if (indent === narrowIndent && (hangs || grid || ragged)) continue;
      for (let measure = narrowestEm * 4; measure <= widestEm * 4; measure += 2) {
        const em = measure / 4;
        const usual = em >= usualFromEm && em <= usualToEm ? 1 : unusualShare;
        const prior = Math.log((share * indentShare * usual) / usualMeasures);
        yield {
          style,
          widths,
          measure,
          indent,
          indentShown,
          hangs,
          prohibits: !grid,
          isRagged: ragged,
          prior,
          row,
        };
      }
      row++;
    }
  }
  for (const indentShown of [false, true]) {
    yield {
      style: 'unknown',
      widths: 0,
      measure: Number.POSITIVE_INFINITY,
      indent: usualIndent,
      indentShown,
      hangs: false,
      prohibits: true,
      isRagged: false,
      prior: Math.log(unbrokenShare),
      row: row++,
    };
  }
}

const usualChange = Math.log(keeps / usualMeasures);
const unusualChange = Math.log(keeps / allMeasures);

/** Log probability of a setting after another one of its style and indent, given that the setting changes; … */
export const changeWithinRow = ({ measure }: Setting): number =>
  measure >= usualFromEm * 4 && measure <= usualToEm * 4 ? usualChange : unusualChange;
/** … and after one of another style or indent. */
export const changeOfRow = ({ prior }: Setting): number => prior + Math.log(1 - keeps);

/** The settings by style and indent, measures ascending in steps of half an em. */
export const settingRows: readonly { settings: { setting: Setting; index: number }[] }[] = rowsOf(settings);

function rowsOf(all: readonly Setting[]) {
  const rows: { settings: { setting: Setting; index: number }[] }[] = [];
  all.forEach((setting, index) => {
    const before = all[index - 1];
    if (before?.row !== setting.row) rows.push({ settings: [] });
    rows.at(-1)!.settings.push({ setting, index });
  });
  return rows;
}
