import { bylineName } from '../../text/press/names.js';
import { type Check, checked } from './check.js';
import { columnsOf } from './geometry.js';
import type { SetBlock, SetBook } from './read.js';

/** Checks of units that a line must not split, each place counted. */
export const wholeChecks: readonly Check[] = (
  [
    ['—— and …… whole', /——|……/gu],
    [
      'numbers with units and per cent whole',
      /\d[\d.,]*(?:[%％‰℃]|[十百千万亿萬億余餘多]+[元人名吨噸亩畝]?|[年月日时時分秒号號元人名个個次件项項家岁歲级級届屆版条條亩畝吨噸公倍])?/gu,
    ],
    // In a newspaper's column 2月|25日 is better than a gap of ⅙ em.
    ['dates whole, in lines of 20 em and more', /\d+月\d+[日号號]/gu],
    ['names in a byline whole', bylineName],
    ['Latin words whole', /[A-Za-z]{2,}/gu],
  ] as const
).map(([name, pattern]) => ({
  name,
  run: (set) => wholes(set, pattern, name.endsWith('more') && columnsOf(set).measure < 20),
}));

function wholes({ blocks }: SetBook, pattern: RegExp, isLeftOut: boolean) {
  const places = blocks
    .filter(({ isBody }) => isBody && !isLeftOut)
    .flatMap((block) => {
      const starts = lineStarts(block);
      return [...block.source.matchAll(pattern)]
        .filter(([text]) => text.length > 1)
        .map(({ 0: text, index }) => ({
          text,
          page: block.lines[0]!.page,
          torn: starts.find((start) => start > index && start < index + text.length),
          index,
        }));
    });
  return checked(places, ({ text, page, torn, index }) =>
    torn === undefined
      ? undefined
      : `${text.slice(0, torn - index)}|${text.slice(torn - index)} (paragraph of page ${page + 1})`,
  );
}

/** Starts of lines in the text with its spaces. */
export function lineStarts({ lines, source }: SetBlock): number[] {
  const starts: number[] = [];
  let at = 0;
  const skip = () => {
    while (at < source.length && /\s/u.test(source[at]!)) at++;
  };
  for (const { text } of lines) {
    skip();
    starts.push(at);
    for (let left = text.replace(/\s/gu, '').length; left > 0; left--) {
      skip();
      at++;
    }
  }
  return starts;
}
