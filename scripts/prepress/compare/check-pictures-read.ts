import type { Finding } from '../finding.js';
import { runKey } from '../read/page-text.js';
import { isElement, isMarkedContent, type StructureElement } from '../read/read-structure.js';
import { findingAt, type Paper } from './paper.js';

const remedy = 'Build again: the tags of the file are not those of the book.';

/** 图文次序: a screen reader announces each picture at its place in the book, between the same words. */
export function checkPicturesRead(paper: Paper): Finding[] {
  const { structure } = paper.reading;
  const { pictures, characters } = paper.written;
  if (!structure || pictures.length === 0) return [];
  const read = readAt(paper, structure);
  return pictures.flatMap(({ at }, index) => {
    const found = read[index];
    if (found === undefined || found === at || at >= characters.length) return [];
    const words = characters.slice(found, found + 8).join('');
    const problem = `comes after a picture, which is read ${words ? `before “${words}”` : 'at the end'}`;
    return [findingAt(paper, at, { rule: 'out-of-order', problem, remedy })];
  });
}

/** For each figure, the number of characters read before it; undefined if nothing of it is painted. */
function readAt(paper: Paper, root: StructureElement): (number | undefined)[] {
  const lengths = new Map(paper.runs.map((run) => [runKey(run.page, run.mcid), run.characters.length]));
  const found: (number | undefined)[] = [];
  let count = 0;
  const walk = (element: StructureElement) => {
    const index = element.type === 'Figure' ? found.push(undefined) - 1 : -1;
    for (const kid of element.kids) {
      if (isElement(kid)) walk(kid);
      else if (isMarkedContent(kid)) {
        const length = lengths.get(runKey(kid.page, kid.mcid)) ?? 0;
        if (index >= 0 && length === 0) found[index] ??= count;
        count += length;
      }
    }
  };
  walk(root);
  return found;
}
