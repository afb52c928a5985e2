import { VFileMessage } from 'vfile-message';
import type { Article } from '../article/article.js';
import type { Aligned } from './align.js';
import { type Memory, recall } from './memory.js';
import { blockSegments, matterSegments, proseKeys, type Segment } from './segment.js';

interface Translation {
  source: Article;
  article: Article;
  aligned: readonly Aligned[];
  memory: Memory;
}

/** Messages about a translation: paragraphs missing, extra or moved, and source text changed since. */
export function alignmentMessages(translation: Translation): VFileMessage[] {
  const { source, article, aligned } = translation;
  const [sources, targets] = [blockSegments(source), blockSegments(article)];
  const messages: VFileMessage[] = [...matterMessages(translation)];
  const tell = (reason: string, at: Segment | undefined, { rule, note }: { rule: string; note?: string }) => {
    const message = new VFileMessage(reason, {
      ...(at?.point && { place: at.point }),
      source: 'translate',
      ruleId: rule,
    });
    message.file = article.file.path;
    if (note) message.note = note;
    messages.push(message);
  };
  let last: Segment | undefined;
  for (const { source: from, target: to, isMoved } of aligned) {
    const [one, other] = [
      from === undefined ? undefined : sources[from],
      to === undefined ? undefined : targets[to],
    ];
    const origin = `${source.file.basename}:${one?.point?.line}`;
    if (one && !other)
      tell(`Missing translation of ${nameOf(one)} (${origin})`, last, {
        rule: 'missing-paragraph',
        note: 'Expected it behind this paragraph, as a block of its own.',
      });
    else if (other && !one)
      tell(`Unexpected ${nameOf(other)}, which translates nothing in ${source.file.basename}`, other, {
        rule: 'extra-paragraph',
        note: 'Join it with the paragraph that it belongs to: one block of the source is one of the translation.',
      });
    else if (isMoved)
      tell(
        `Unexpected place of ${nameOf(other!)}, expected it in the order of the source (${origin})`,
        other,
        {
          rule: 'moved-paragraph',
        },
      );
    last = other ?? last;
  }
  messages.push(...changedMessages(translation, { sources, targets }));
  return messages;
}

function* matterMessages({ source, article }: Translation): Generator<VFileMessage> {
  for (const key of proseKeys) {
    if (!source.matter[key] === !article.matter[key]) continue;
    const isMissing = !article.matter[key];
    const message = new VFileMessage(
      isMissing
        ? `Missing translation of the ${key} “${source.matter[key]}”`
        : `Unexpected ${key}, which the source does not have`,
      {
        place: { line: 1, column: 1 },
        source: 'translate',
        ruleId: `${isMissing ? 'missing' : 'extra'}-${key}`,
      },
    );
    message.file = article.file.path;
    yield message;
  }
}

/** Reports source text that has changed since it was translated. */
function* changedMessages(
  { source, article, aligned, memory }: Translation,
  { sources, targets }: { sources: Segment[]; targets: Segment[] },
): Generator<VFileMessage> {
  const all = [...matterSegments(source), ...sources];
  const recalled = recall(memory, all);
  for (const [index, segment] of all.entries()) {
    const entry = recalled[index];
    if (!entry || entry.source === segment.markdown) continue;
    const block = index - (all.length - sources.length);
    const target = aligned.find((one) => one.source === block)?.target;
    const place = target === undefined ? { line: 1, column: 1 } : targets[target]!.point;
    const message = new VFileMessage(`The source of ${nameOf(segment)} has changed since it was translated`, {
      ...(place && { place }),
      source: 'translate',
      ruleId: 'fuzzy',
    });
    message.file = article.file.path;
    message.note = `It was “${shorten(entry.source, 60)}”. \`chongpai translate export\` marks it for the translator.`;
    yield message;
  }
}

const nouns: Record<string, string> = { 'heading 1': 'the headline', 'heading 2': 'the crosshead' };

function nameOf({ kind, text }: Segment): string {
  return `${nouns[kind] ?? `the ${kind}`} “${shorten(text, 24)}”`;
}

function shorten(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}
