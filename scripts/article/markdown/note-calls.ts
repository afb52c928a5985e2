import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { tell } from '../problem.js';
import { say } from '../words/say.js';

/** A call of a note; with a backslash before it, it is text. */
const call = /(?<!\\)\[\^([^\]\s]+)\](?!:)/gu;

/** Words with the calls of notes that the article has, as Markdown would read them outside of a title. */
export function withCalls(words: string, isDefined: (identifier: string) => boolean): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: found, 1: label = '', index } of words.matchAll(call)) {
    const identifier = label.toLowerCase();
    if (!isDefined(identifier)) continue;
    if (index > at) parts.push({ type: 'text', value: words.slice(at, index) });
    parts.push({ type: 'footnoteReference', identifier, label });
    at = index + found.length;
  }
  if (at < words.length) parts.push({ type: 'text', value: words.slice(at) });
  return parts;
}

/** Identifiers of the notes of an article, in small letters. */
export function definedNotes(tree: Root): ReadonlySet<string> {
  const defined = new Set<string>();
  visit(tree, 'footnoteDefinition', ({ identifier }) => void defined.add(identifier.toLowerCase()));
  return defined;
}

/** 注: reports calls of missing notes, in the text and in front matter: they are printed literally. */
export function remarkNoteCalls() {
  return (tree: Root, file: VFile): void => {
    const defined = definedNotes(tree);
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
    // The title of a picture is printed as its caption.
    visit(tree, 'image', ({ title, position }) => ask(title ?? '', position?.start.offset ?? 0));
    visit(tree, 'text', ({ position }) => {
      const start = position?.start.offset ?? 0;
      ask(source.slice(start, position?.end.offset ?? start), start);
    });
  };
}
