import type { Frame } from './part-frame.js';
import { endWith, type NewObject } from './printed-part.js';
import type { Counts, Numbers } from './renumber.js';

/** The catalogue of a joined file with its trees of pages and its destinations, in place of those of the parts. */
export function joinFrames(
  frames: readonly Frame[],
  numbers: readonly Numbers[],
  { counts, outline }: { counts: Counts; outline: number | undefined },
): { catalogue: number; objects: NewObject[] } {
  const [pages, destinations, catalogue] = [++counts.objects, ++counts.objects, ++counts.objects];
  const own = frames.map((frame, index): NewObject => {
    const { of, rewrite } = numbers[index]!;
    frame.dropped.add(frame.pages.number);
    if (index > 0) frame.dropped.add(frame.info);
    return [of(frame.pages.number), endWith(rewrite(frame.pages.text), `/Parent ${pages} 0 R`)];
  });
  const places = frames.map(({ destinations: named }, index) => numbers[index]!.rewrite(named?.text ?? ''));
  const [{ catalogue: first }] = frames as [Frame];
  const rest = numbers[0]!.rewrite(first.text.replace(/\n\/(?:Pages|Dests|Outlines) \d+ 0 R/g, ''));
  const keys = [`/Pages ${pages} 0 R`, `/Dests ${destinations} 0 R`];
  if (outline !== undefined) keys.push(`/Outlines ${outline} 0 R`);
  return {
    catalogue,
    objects: [
      ...own,
      [pages, pagesText(own)],
      [destinations, destinationsText(places)],
      [catalogue, endWith(rest, keys.join('\n'))],
    ],
  };
}

/** A tree of pages above those of the parts. */
function pagesText(parts: readonly NewObject[]): string {
  const count = parts.reduce((sum, [, text]) => sum + Number(/\/Count (\d+)/.exec(text)?.[1] ?? 0), 0);
  const kids = parts.map(([number]) => `${number} 0 R`);
  return `<</Type /Pages\n/Count ${count}\n/Kids [${kids.join(' ')}]>>\nendobj\n`;
}

/** Destinations by name; of two with one name, the first. */
function destinationsText(texts: readonly string[]): string {
  const places = new Map<string, string>();
  for (const text of texts)
    for (const [, name, place] of text.matchAll(/\/([^\s/[\]<>()]+) (\[[^\]]*\])/g))
      if (!places.has(name!)) places.set(name!, place!);
  return `<<${Array.from(places, ([name, place]) => `/${name} ${place}`).join('\n')}>>\nendobj\n`;
}
