import type { VFileMessage } from 'vfile-message';
import type { Article } from '../article/article.js';
import { message } from '../article/problem.js';
import { type Said, say } from '../article/words/say.js';
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
  const tell = (reason: Said, at: Segment | undefined, { rule, note }: { rule: string; note?: Said }) =>
    void messages.push(
      message(reason, { path: article.file.path, place: at?.point, ruleId: rule, note, source: 'translate' }),
    );
  let last: Segment | undefined;
  for (const { source: from, target: to, isMoved } of aligned) {
    const [one, other] = [
      from === undefined ? undefined : sources[from],
      to === undefined ? undefined : targets[to],
    ];
    const origin = `${source.file.basename}:${one?.point?.line}`;
    if (one && !other)
      tell(say('block-not-translated', nameOf(one), origin), last, {
        rule: 'missing-paragraph',
        note: say('translate-behind'),
      });
    else if (other && !one)
      tell(say('block-translates-nothing', nameOf(other), source.file.basename), other, {
        rule: 'extra-paragraph',
        note: say('join-translated'),
      });
    else if (isMoved) tell(say('block-moved', nameOf(other!), origin), other, { rule: 'moved-paragraph' });
    last = other ?? last;
  }
  messages.push(...changedMessages(translation, { sources, targets }));
  return messages;
}

function* matterMessages({ source, article }: Translation): Generator<VFileMessage> {
  for (const key of proseKeys) {
    if (!source.matter[key] === !article.matter[key]) continue;
    const isMissing = !article.matter[key];
    const reason = isMissing
      ? say('matter-not-translated', nouns[key] ?? say('a-block'), source.matter[key])
      : say('matter-translates-nothing', nouns[key] ?? say('a-block'));
    yield message(reason, {
      path: article.file.path,
      place: firstLine,
      ruleId: `${isMissing ? 'missing' : 'extra'}-${key}`,
      source: 'translate',
    });
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
    yield message(say('translated-before-change', nameOf(segment)), {
      path: article.file.path,
      place: target === undefined ? firstLine : targets[target]!.point,
      ruleId: 'fuzzy',
      note: say('was-before', shorten(entry.source, 60)),
      source: 'translate',
    });
  }
}

/** Front matter stands before all lines of the text. */
const firstLine = { line: 1, column: 1 };

const nouns: Readonly<Record<string, Said>> = {
  'heading 1': say('a-headline'),
  'heading 2': say('a-crosshead'),
  'heading 3': say('a-crosshead'),
  paragraph: say('a-paragraph'),
  list: say('a-list'),
  table: say('a-table'),
  blockquote: say('a-quoted-block'),
  kicker: say('a-kicker'),
  deck: say('a-deck'),
  byline: say('a-byline'),
};

const nameOf = ({ kind, text }: Segment): Said =>
  say('named-block', nouns[kind] ?? say('a-block'), shorten(text, 24));

function shorten(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}
