import type { Restoration } from '../../scripts/article/restoration.js';

/** A whole restoration for cases of structure: each block on a line, with its role before it. */
export function outline({ articles, furniture }: Restoration): string[] {
  const lines = articles.flatMap((story, index) => [
    ...(index > 0 ? ['***'] : []),
    ...(['kicker', 'headline', 'deck', 'byline', 'dateline'] as const).flatMap((part) =>
      story[part] ? [`${part}: ${story[part].text}`] : [],
    ),
    ...story.blocks.map(({ role, text }) => `${role}: ${text}`),
  ]);
  return [...lines, ...furniture.map(({ text }) => `furniture: ${text}`)].map((line) => line.trimEnd());
}
