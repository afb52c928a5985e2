import { afterAll, describe, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { layOut } from './lay-out.js';

const pool = newBrowserPool();
afterAll(() => pool.close());

type Rows = readonly (readonly string[])[];

/** The HTML of a table as the galley has it: cells of up to six characters stay on one line. */
function tableOf([head, ...rows]: Rows): string {
  const cells = (name: string, own: readonly string[]) =>
    own.map((text) => `<${name} class="${text.length > 6 ? 'words' : 'short'}">${text}</${name}>`).join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('');
  return `<table><thead><tr>${cells('th', head!)}</tr></thead><tbody>${body}</tbody></table>`;
}

/** A table in the middle of a story in two columns of 11 em: its tag, and the HTML of its pages. */
async function inColumns(rows: Rows): Promise<{ tag: string; html: string }> {
  const text = '山'.repeat(11 * 6);
  const paragraphs = `<p>${text}</p>`;
  const body = `<div class="story-body" style="columns:2;column-gap:2em">${paragraphs}${tableOf(rows)}${paragraphs}</div>`;
  const piece = {
    html: `<article id="t">${body}</article>`,
    passages: [{ id: 't', name: 't', text: text + rows.flat().join('') + text }],
  };
  const { pages, findings } = await layOut([piece], { ems: 24, lines: 40 }, pool);
  expect(findings.map(({ message }) => message)).toEqual([]);
  const html = pages.flatMap((own) => own.pages.map((page) => page.html)).join('');
  return { tag: /<table[^>]*>/.exec(html)![0], html };
}

describe('a table in a column', () => {
  it('stays there in the size of the text where it fits', async () => {
    const { tag } = await inColumns([
      ['村名', '户数', '人口'],
      ['东坪', '212', '803'],
    ]);
    expect(tag).not.toMatch(/over-columns|font-size/);
  });

  it.each<[string, Rows]>([
    [
      'figures',
      [
        ['年份', '投入（元）', '管网（里）', '水质'],
        ['2022', '3480', '6.2', '四类'],
      ],
    ],
    [
      'names',
      [
        ['队名', '甲组积分', '乙组积分', '净胜球数'],
        ['东坪', '12', '9', '5'],
      ],
    ],
  ])('stands over the columns, not in smaller type than 六号: %s', async (_, rows) => {
    const { tag } = await inColumns(rows);
    expect(tag).toContain('over-columns');
    expect(tag).not.toContain('font-size');
  });

  it('stands over the columns where its rows would be narrow columns of their own, and cuts none', async () => {
    const { tag, html } = await inColumns([
      ['问', '答'],
      ['去年的稻子为什么倒了', '氮肥施得太多，田埂又太低，八月的一场风雨过后，根在水里泡了三天，站不住了'],
      ['种子要不要晒', '要晒，晒两个晴天，每天翻四次，摊开不超过三厘米，傍晚收进屋里，不要过夜'],
    ]);
    expect(tag).toContain('over-columns');
    expect(html).not.toMatch(/<t[dr][^>]* data-split/);
  });
});
