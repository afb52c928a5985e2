import type { Element } from 'xast';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, type BoxedPage, weightOf } from '../boxed.js';
import { boxAroundAll, boxOf } from '../boxes.js';
import { joinWords } from '../join-words.js';
import { elementsOf, numberOf, wordsOf } from './parse.js';

/** The XML of DjVu, as the Internet Archive gives it with scans: lines of words, each `left,bottom,right,top`. */
export function readDjvuXml(root: Element): BoxedPage[] {
  return [...elementsOf(root, 'OBJECT')].map((page) => ({
    width: numberOf(page, 'width'),
    height: numberOf(page, 'height'),
    lines: [...elementsOf(page, 'LINE')].map((line) => lineOf([...elementsOf(line, 'WORD')], boxOfCoords)),
  }));
}

/** The output of `pdftotext -bbox` and `-bbox-layout`: words with their sides, in lines or alone. */
export function readPopplerWords(root: Element): BoxedPage[] {
  return [...elementsOf(root, 'page')].map((page) => {
    const lines = [...elementsOf(page, 'line')].map((line) => [...elementsOf(line, 'word')]);
    const words = lines.length > 0 ? lines : [...elementsOf(page, 'word')].map((word) => [word]);
    return {
      width: numberOf(page, 'width'),
      height: numberOf(page, 'height'),
      lines: words.map((own) => lineOf(own, boxOfSides)),
    };
  });
}

/** The output of `pdftohtml -xml`: pieces of lines with a place, a size and bold parts. */
export function readPopplerXml(root: Element): BoxedPage[] {
  return [...elementsOf(root, 'page')].map((page) => ({
    width: numberOf(page, 'width'),
    height: numberOf(page, 'height'),
    lines: [...elementsOf(page, 'text')].map((piece) => {
      const [left, top, width, height] = numbersOf(piece, 'left', 'top', 'width', 'height');
      const isBold = [...elementsOf(piece, 'b')].length > 0;
      return {
        text: wordsOf(piece),
        box: boxOf(left!, top!, left! + width!, top! + height!),
        weight: weightOf(isBold),
      };
    }),
  }));
}

function lineOf(words: readonly Element[], place: (word: Element) => Box): BoxedLine {
  const boxed = words.map((word) => ({ text: wordsOf(word).trim(), box: place(word) }));
  return { text: joinWords(boxed), box: boxAroundAll(boxed.map(({ box }) => box)) };
}

const numbersOf = (element: Element, ...names: string[]): number[] =>
  names.map((name) => numberOf(element, name) ?? Number.NaN);

function boxOfSides(word: Element): Box {
  const [left, top, right, bottom] = numbersOf(word, 'xMin', 'yMin', 'xMax', 'yMax');
  return boxOf(left!, top!, right!, bottom!);
}

function boxOfCoords({ attributes: { coords } }: Element): Box {
  const [left, bottom, right, top] = (coords ?? '').split(',').map(Number);
  return boxOf(left ?? Number.NaN, top ?? Number.NaN, right ?? Number.NaN, bottom ?? Number.NaN);
}
