import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { tell } from '../problem.js';
import { say } from '../words/say.js';

/** A call of a note; with a backslash before it, it is text. */
const call = /(?<!\\)\[\^([^\]\s]+)\](?!:)/gu;

/** 注: reports calls of missing notes, in the text and in front matter: they are printed literally. */
export function remarkNoteCalls() {
  return (tree: Root, file: VFile): void => {
    const defined = new Set<string>();
    visit(tree, 'footnoteDefinition', ({ identifier }) => void defined.add(identifier.toLowerCase()));
    const source = String(file);
    const { kicker = '', deck = '', byline = '' } = file.data.matter ?? {};
    const ask = (written: string, from: number) => {
      for (const { 0: found, 1: name } of written.matchAll(call)) {
        if (defined.has(name!.toLowerCase())) continue;
        const place = location(file).toPoint(Math.max(0, source.indexOf(found, from)));
        tell(file, say('no-such-note', found), { place, ruleId: 'note', note: say('write-note', found) });
      }
    };
    for (const line of [kicker, deck, byline]) ask(line, 0);
    visit(tree, 'text', ({ position }) => {
      const start = position?.start.offset ?? 0;
      ask(source.slice(start, position?.end.offset ?? start), start);
    });
  };
}
