import { afterAll, describe, expect, it } from 'vitest';
import { browserCode } from '../../scripts/chromium/browser-code.js';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { pageRules } from '../../scripts/typeset/page-box/page-rules.js';

const pool = newBrowserPool();
afterAll(() => pool.close());

const rules = (more: string) => `@page { size: 100mm 150mm; margin: 10mm; } ${more}`;

describe('the page rules as Paged.js reads them', () => {
  it('depend on the rules alone', async () => {
    const [one, other] = [newBrowserPool(), newBrowserPool()];
    const cover = rules('@page cover { margin: 0; }');
    const [plain, named, again] = await Promise.all([
      pageRules(rules(''), one),
      pageRules(cover, one),
      pageRules(cover, other),
    ]).finally(() => Promise.all([one.close(), other.close()]));
    expect(again).toEqual(named);
    expect(named.css).toContain('.pagedjs_cover_page');
    expect(plain.css).not.toContain('.pagedjs_cover_page');
    expect(plain.css).toContain('150mm');
  });

  it('bring an empty page to fill, which is no page in particular', async () => {
    const { blank } = await pageRules(rules(''), pool);
    expect(blank).toMatch(/^<div class="pagedjs_page[^>]*>/);
    expect(blank.match(/class="type-area"/g)).toHaveLength(1);
    expect(blank).not.toMatch(/ id=|data-page-number|pagedjs_first_page/);
  });

  it('leave the script of a layout tab without Paged.js', async () => {
    const [layout, paged] = await Promise.all([
      browserCode('typeset/pages/layout'),
      browserCode('typeset/page-box/paged'),
    ]);
    // A method of Paged.js's reader of style sheets.
    const hasPaged = ({ script }: { script: string }) => script.includes('convertViaSheet');
    expect([hasPaged(paged), hasPaged(layout)]).toEqual([true, false]);
    // Each tab of a book reads it: 163,000 characters, where Paged.js alone has three times as many.
    expect(layout.script.length).toBeLessThan(175_000);
  });
});
