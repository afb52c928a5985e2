import type { Box } from '../../article/layout.js';
import { emsOf } from '../../intake/boxes.js';
import { escaped, type FoundLine, pixels, type ResultForm, scaled } from './result-form.js';

/** hOCR as tesseract writes it with `hocr_font_info`: a word for each Chinese character and each run of others, with its own box. */
export const hocr: ResultForm = {
  id: 'hOCR',
  lacks: [],
  write: (pages) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html><head><title></title><meta name="ocr-system" content="tesseract 5"/></head><body>${pages
      .map(
        ({ width, height, lines, pictures = [], rules = [] }) =>
          `<div class="ocr_page" title="image &quot;p.png&quot;; bbox 0 0 ${Math.round(width * pixels)} ${Math.round(height * pixels)}; ppageno 0">${lines
            .map(
              (line) =>
                `<span class="ocr_line" title="bbox ${scaled(line.box, pixels).join(' ')}; baseline 0 0">${wordsOf(line).join(' ')}</span>`,
            )
            .join(
              '\n',
            )}${pictures.map((box) => blockOf('ocr_photo', box)).join('')}${rules.map((box) => blockOf('ocr_separator', box)).join('')}</div>`,
      )
      .join('\n')}</body></html>\n`,
};

const blockOf = (kind: string, box: Box) =>
  `<div class="${kind}" title="bbox ${scaled(box, pixels).join(' ')}"></div>`;

/** The words of a line, each as far along it as its characters are wide; blanks are the white between words. */
function wordsOf({ text, box, size, isBold }: FoundLine): string[] {
  const isVertical = box.bottom - box.top > box.right - box.left && text.length > 1;
  const [start, end] = isVertical ? [box.top, box.bottom] : [box.left, box.right];
  const em = (end - start) / Math.max(emsOf(text), 0.5);
  return [...text.matchAll(/[\x21-\x7e]+|[^\x20\u3000]/gu)].map(({ 0: word, index }) => {
    const from = start + em * emsOf(text.slice(0, index));
    const to = from + em * emsOf(word);
    const own = isVertical ? { ...box, top: from, bottom: to } : { ...box, left: from, right: to };
    return `<span class="ocrx_word" title="bbox ${scaled(own, pixels).join(' ')}; x_wconf 96; x_fsize ${size.toFixed(2)}">${isBold ? `<strong>${escaped(word)}</strong>` : escaped(word)}</span>`;
  });
}
