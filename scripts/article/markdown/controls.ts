import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { Article } from '../article.js';
import { tell } from '../problem.js';
import { say } from '../words/say.js';

/**
 * Characters without a picture: controls but tabs and line ends, separators of lines and paragraphs, and those that
 * turn the direction of text, which layout does by itself.
 */
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\uffff]/gu;

/** 控制字符: takes them out of an article that will be set, and tells each kind once. In place. */
export function dropControls({ file, tree, matter }: Article): void {
  if (String(file).search(control) < 0) return;
  tellControls(file);
  // Markdown has read U+0000 as a sign for what cannot be read.
  const unread = String(file).includes('\0') ? /\ufffd/gu : undefined;
  const clean = (text: string) => {
    const left = text.replace(control, '');
    return unread ? left.replace(unread, '') : left;
  };
  visit(tree, (node) => {
    if ('value' in node && typeof node.value === 'string') node.value = clean(node.value);
    if (node.type === 'image') node.alt = clean(node.alt ?? '');
  });
  for (const key of ['kicker', 'deck', 'byline'] as const)
    if (matter[key] !== undefined) matter[key] = clean(matter[key]);
}

function tellControls(file: VFile): void {
  const told = new Map<string, { at: number; count: number }>();
  for (const { 0: found, index } of String(file).matchAll(control)) {
    const known = told.get(found) ?? { at: index, count: 0 };
    known.count++;
    told.set(found, known);
  }
  for (const [character, { at, count }] of told) {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    tell(file, say('control-character', `U+${code}`, count), {
      place: location(file).toPoint(at),
      ruleId: 'control',
      note: say('delete-control'),
    });
  }
}
