import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { difference } from '../../scripts/prepress/look/picture-grid.js';
import { readSourcePictures } from '../../scripts/prepress/look/source-picture.js';

let pool: BrowserPool;
beforeAll(() => {
  pool = newBrowserPool();
});
afterAll(() => pool.close());

const svg = (content: string) =>
  `data:image/svg+xml;base64,${Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80">${content}</svg>`,
  ).toString('base64')}`;
const ground = '<rect width="120" height="80" fill="#fff"/>';
const left = svg(`${ground}<rect width="60" height="80" fill="#c33"/>`);
const right = svg(`${ground}<rect x="60" width="60" height="80" fill="#c33"/>`);
const bare = svg('<circle cx="60" cy="40" r="20" fill="#36c"/>');
const empty = svg('');
/** One pixel of a GIF, red. */
const gif = `data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=`;

describe('pictures that only a browser reads', () => {
  it('have no colours without one', async () => {
    const sources = await readSourcePictures([left, gif], undefined);
    expect([...sources.values()].map(({ grid }) => grid)).toEqual([undefined, undefined]);
  });

  it('are drawn by one from their own bytes, and told apart', async () => {
    const sources = await readSourcePictures([left, right, gif], pool);
    const [one, other] = [sources.get(left)!.grid!, sources.get(right)!.grid!];
    expect(difference(one, one)).toBe(0);
    expect(difference(one, other)).toBeGreaterThan(0.5);
    expect(sources.get(gif)!.grid!.slice(0, 3)).toEqual([1, 0, 0]);
  });

  it('say nothing of what their ground shows', async () => {
    const sources = await readSourcePictures([bare, empty], pool);
    const { grid, isBlank } = sources.get(bare)!;
    expect(grid!.slice(0, 3)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(isBlank).toBe(false);
    expect(sources.get(empty)!.isBlank).toBe(true);
  });
});
