import { languageOf } from '../../article/words/sentence.js';
import type { ShownSheets, ShownSide } from '../layout/shown-sheets.js';
import { say } from '../words/say.browser.js';

/** 拼版: the sides of printed sheets with their pages before folding, below instructions for printing. */
export function layOnSheets(
  document: Document,
  pages: readonly HTMLElement[],
  { sides, width, height, feed }: ShownSheets,
): HTMLElement[] {
  const told = Object.assign(document.createElement('p'), {
    className: 'desk-feed',
    textContent: feed[languageOf(window.document.documentElement.lang)],
  });
  return [told, ...sides.map((side) => newSide(document, pages, { side, width, height }))];
}

function newSide(
  document: Document,
  pages: readonly HTMLElement[],
  { side, width, height }: { side: ShownSide; width: number; height: number },
): HTMLElement {
  const figure = document.createElement('figure');
  figure.className = 'desk-side';
  const name = document.createElement('figcaption');
  name.textContent = `${say('sheet')} ${side.sheet} · ${say(side.isBack ? 'back' : 'front')}`;
  const paper = document.createElement('div');
  paper.className = 'desk-side-paper';
  paper.style.setProperty('--side-width', `${width}px`);
  paper.style.setProperty('--side-height', `${height}px`);
  for (const { page, left, top, turned } of side.cells) {
    const sheet = pages[page];
    if (!sheet) continue;
    sheet.style.setProperty('--left', `${left}px`);
    sheet.style.setProperty('--top', `${top}px`);
    sheet.classList.toggle('is-turned', turned);
    paper.append(sheet);
  }
  figure.append(name, paper);
  return figure;
}
