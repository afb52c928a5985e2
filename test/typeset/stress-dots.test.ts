import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { afterAll, describe, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { stressed } from '../../scripts/typeset/parts/stressed.js';
import { layOut } from './lay-out.js';

const pool = newBrowserPool();
afterAll(() => pool.close());

const em = (value: string, ...more: ElementContent[]) =>
  `<em>${toHtml(stressed([{ type: 'text', value }, ...more]))}</em>`;
/** Code, a link, and a letter that stays with the mark of its note: each in stressed text. */
const inner = [h('code', '东西'), h('a', { href: 'https://example.org/' }, '南'), h('span.keep', '北')];
const name = '<bdi dir="rtl">محمد</bdi>';
/** Lines that are set here, and lines that the browser justifies since a name from the right is in them. */
const paragraphs = [
  `这里有${em('东西南北东西南北东西南北东西南北东西南北')}，字字句句。`,
  `这${em('东西')}${name}${name}${name}，还有${em('南北')}字。`,
  `这里有字${em('东西南')}${name}${name}，又${em('北')}，${em('东西南北东西')}字。`,
  `这里有${em('东', ...inner)}字，又${em('', ...inner)}字。`,
  `这里有${em('东，西；南（北）东西。南北！东西')}abcdefgh字${em('东西')}字。`,
];
/** In lines across the page, too: after a Latin letter the browser puts white into the box, before the letter. */
const behindLatin = `这里abcde${em('东')}字字，ab${em('南北')}字abc${em('西')}abc${em('东')}ab${em('北')}，${name}abc${em('东')}${name}ab${em('西')}字。“${em('东')}”，还有“${em('南')}”和—${em('北')}—。`;

function pieceOf(all: readonly string[]) {
  const html = `<article class="story" id="s">${all.map((one) => `<p>${one}</p>`).join('')}</article>`;
  return { html, passages: [{ id: 's', name: 'stress.md', text: html.replace(/<[^>]*>|\s/g, '') }] };
}

it('leaves readings and all words beside them to the sheet, which dots no part of them', () => {
  const content = [
    { type: 'text' as const, value: '东西' },
    h('ruby', ['南', h('rt', 'nán')]),
    h('strong', [h('ruby', ['北', h('rt', 'běi')])]),
  ];
  expect(stressed(content)).toEqual(content);
});

describe('着重号 on paper', () => {
  it.each([
    [6, false],
    [7, false],
    [8, false],
    [7, true],
  ])(
    'are at the middle of their letters, however wide a line is spaced (%i em, vertical: %s)',
    async (ems, isVertical) => {
      const piece = pieceOf(isVertical ? paragraphs : [...paragraphs, behindLatin]);
      const { pdf, findings } = await layOut([piece], { ems, lines: 12, isVertical }, pool);
      expect(findings.map(({ message }) => message)).toEqual([]);
      let count = 0;
      for (const page of (await readPdf(pdf)).pages) {
        const { glyphs, paths } = page.content();
        const dots = paths
          .filter(({ box }) => box[2] - box[0] < 4 && Math.abs(box[2] - box[0] - box[3] + box[1]) < 0.2)
          .map(({ box }) => ({ x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 }));
        for (const { text, size, box } of glyphs.filter(({ text }) => '东西南北'.includes(text))) {
          count++;
          const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
          const own = dots.filter((dot) => {
            const [along, across] = isVertical ? [dot.y - y, dot.x - x] : [dot.x - x, y - dot.y];
            return Math.abs(along) < 0.15 * size && across > 0.3 * size && across < 0.9 * size;
          });
          expect(own.length, text).toBe(1);
        }
      }
      expect(count).toBe([...piece.passages[0]!.text].filter((one) => '东西南北'.includes(one)).length);
    },
  );
});
