import type { Page as Tab } from 'puppeteer';

/**
 * One act of a person with the pointer: a press on a button, a click before words, or a stroke over words; or typing
 * into the field that has the focus. Presses, strokes and typed characters count one each.
 */
export type Act =
  | { press: string; named?: string }
  | { click: string }
  | { stroke: string; after?: string }
  | { type: string[] };

export const actsIn = (acts: readonly Act[]): number =>
  acts.reduce((sum, act) => sum + ('type' in act ? act.type.length : 1), 0);

/** Carries out an act in the real page. */
export async function carryOut(tab: Tab, act: Act): Promise<void> {
  // A person looks before acting.
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
  if ('type' in act) {
    for (const key of act.type)
      if (key.length === 1 && key > '\u007f') await tab.keyboard.sendCharacter(key);
      else await tab.keyboard.press(key as 'a');
    return;
  }
  if ('press' in act) {
    const { x, y } = await buttonAt(tab, act.press, act.named);
    await tab.mouse.click(x, y);
    return;
  }
  const [words, after] = 'click' in act ? [act.click, ''] : [act.stroke, act.after ?? ''];
  const { from, to } = await wordsAt(tab, words, after);
  if ('click' in act) return tab.mouse.click(from.x + 1, from.y);
  await tab.mouse.move(from.x + 1, from.y);
  await tab.mouse.down();
  await tab.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await tab.mouse.move(to.x - 1, to.y);
  await tab.mouse.up();
}

/** The middle of a button: that of the current block if it has one. */
function buttonAt(tab: Tab, selector: string, named = ''): Promise<{ x: number; y: number }> {
  return tab.evaluate(
    (wanted, words) => {
      const scopes = [document.querySelector('.piece[aria-current]'), document.body];
      for (const scope of scopes)
        for (const button of scope?.querySelectorAll<HTMLElement>(wanted) ?? []) {
          if (!button.textContent?.includes(words) || !button.checkVisibility()) continue;
          button.scrollIntoView({ block: 'nearest' });
          const { left, top, width, height } = button.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        }
      throw new Error(`no button ${wanted} ${words}`);
    },
    selector,
    named,
  );
}

/** Start and end on the screen of words in the restored text, searched after some others. */
function wordsAt(tab: Tab, words: string, before: string) {
  return tab.evaluate(
    (wanted, after) => {
      for (const text of document.querySelectorAll<HTMLElement>('.restored-text')) {
        const found = text.textContent?.indexOf(after + wanted) ?? -1;
        if (found < 0) continue;
        const at = found + after.length;
        text.scrollIntoView({ block: 'center' });
        const edge = (offset: number, isEnd: boolean) => {
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          let left = offset;
          for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
            if (left < node.length) {
              const range = document.createRange();
              range.setStart(node, left);
              range.setEnd(node, left + 1);
              const box = range.getBoundingClientRect();
              return { x: isEnd ? box.right : box.left, y: box.top + box.height / 2 };
            }
            left -= node.length;
          }
          throw new Error(`no place ${wanted}`);
        };
        return { from: edge(at, false), to: edge(at + wanted.length - 1, true) };
      }
      throw new Error(`no words ${after}${wanted}`);
    },
    words,
    before,
  );
}
