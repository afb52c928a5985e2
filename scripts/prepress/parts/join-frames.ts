import type { Frame } from './part-frame.js';
import { type PartObject, withEntries } from './part-objects.js';
import type { Counts, Numbers } from './renumber.js';

/** The catalogue of a joined file with its trees of pages and its destinations, in place of those of the parts. */
export function joinFrames(
  frames: readonly Frame[],
  numbers: readonly Numbers[],
  { counts, outline }: { counts: Counts; outline: number | undefined },
): { catalogue: number; objects: PartObject[] } {
  const [pages, destinations, catalogue] = [++counts.objects, ++counts.objects, ++counts.objects];
  const own = frames.map(({ pages: { number, text } }, index): PartObject => {
    const { of, rewrite } = numbers[index]!;
    return { number: of(number), text: withEntries(rewrite(text), [`/Parent ${pages} 0 R`]) };
  });
  const places = frames.map(({ destinations: named }, index) => numbers[index]!.rewrite(named?.text ?? ''));
  const [{ catalogue: first }] = frames as [Frame];
  const rest = numbers[0]!.rewrite(first.text.replace(/\n\/(?:Pages|Dests|Outlines) \d+ 0 R(?=\n)/g, ''));
  const keys = [`/Pages ${pages} 0 R`, `/Dests ${destinations} 0 R`];
  if (outline !== undefined) keys.push(`/Outlines ${outline} 0 R`);
  return {
    catalogue,
    objects: [
      ...own,
      { number: pages, text: pagesText(own) },
      { number: destinations, text: destinationsText(places) },
      { number: catalogue, text: withEntries(rest, keys) },
    ],
  };
}

/** A tree of pages above those of the parts. */
function pagesText(parts: readonly PartObject[]): string {
  const count = parts.reduce((sum, { text }) => sum + Number(/\/Count (\d+)/.exec(text)?.[1] ?? 0), 0);
  const kids = parts.map(({ number }) => `${number} 0 R`);
  return `<<\n/Type /Pages\n/Count ${count}\n/Kids [ ${kids.join(' ')} ]\n>>`;
}

/** Destinations by name; of two with one name, the first. */
function destinationsText(texts: readonly string[]): string {
  const places = new Map<string, string>();
  for (const text of texts)
    for (const [, name, place] of text.matchAll(/\/([^\s/[\]<>()]+) (\[[^\]]*\])/g))
      if (!places.has(name!)) places.set(name!, place!);
  return `<<\n${Array.from(places, ([name, place]) => `/${name} ${place}\n`).join('')}>>`;
}
