import { afterAll, describe, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { layOut } from './lay-out.js';

/** Texts after which a number stands at the end of the first line, or near it. */
const before = Array.from({ length: 12 }, (_, at) => '字'.repeat(13 + at));
const behind = `，${'文'.repeat(30)}。`;

const call = '<sup class="note-call"><a href="#n">⑪</a></sup>';
const forms = [
  { name: 'a call and its character', html: `6294亿<span class="keep">元${call}</span>` },
  { name: 'two calls', html: `6294亿<span class="keep">元${call}${call}</span>` },
  { name: 'a unit in bold', html: '6294亿<strong>元</strong>' },
  { name: 'a number in bold', html: '<strong>6294亿</strong>元' },
  { name: 'a unit in a link', html: '6294<strong>亿</strong><a href="#n">元</a>' },
];

describe('a number with its unit', () => {
  const pool = newBrowserPool();
  afterAll(() => pool.close());

  it.each(forms)(
    'keeps its unit and its call wherever the line ends: $name',
    async ({ html }) => {
      const number = html.replace(/<[^>]*>/g, '');
      const paragraphs = before.map((text) => `<p>${text}${html}${behind}</p>`).join('');
      const text = before.map((one) => `${one}${number}${behind}`).join('');
      const laid = await layOut(
        [
          {
            html: `<article id="a"><div class="story-body">${paragraphs}</div></article>`,
            passages: [{ id: 'a', name: 'a', text }],
          },
        ],
        { ems: 26, lines: 14 },
        pool,
      );
      const lines = laid.lines[0]!.pages.flat().map((line) => line.text);
      // 6294|亿元 is torn only where the line would gape.
      expect(lines.filter((line) => /^[元⑪]/.test(line))).toEqual([]);
      expect(lines.filter((line) => line.includes(number)).length).toBeGreaterThanOrEqual(before.length - 1);
      // The note itself is not on these pages.
      expect(laid.findings.filter(({ rule }) => !['tag', 'link', 'more'].includes(rule))).toEqual([]);
    },
    60_000,
  );
});
