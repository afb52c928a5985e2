import type { PhrasingContent, Root } from 'mdast';
import type { Edition, RubyKind } from '../../article/edition.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { addReadings, type RubyOptions } from './ruby-tree.js';

const names: Record<RubyKind, string> = { pinyin: '拼音', bopomofo: '注音' };

/**
 * 注音版: an edition for learners, each character with its reading.
 *
 * @throws a usage problem for an edition that is not Chinese.
 */
export function withRuby(edition: Edition, kind: RubyKind): Edition {
  if (edition.isTranslated) throw problem(say('readings-not-allowed', kind, edition.id), { ruleId: 'usage' });
  return {
    ...edition,
    id: `${edition.id}@${kind}`,
    name: `${edition.name}（${names[kind]}）`,
    plugins: [
      ...edition.plugins,
      ({ names: files = [] } = {}) =>
        (tree, file) => {
          file.messages.push(...addReadings(tree, { kind, edition, files }));
        },
    ],
    ruby: kind,
    read: (text, { names: files = [] } = {}) => readLine(text, { kind, edition, files }),
  };
}

/** A call of a note in front matter, which has no reading. */
const call = /(\[\^[^\]\s]+\])/u;

/** A line of front matter with its readings. */
function readLine(text: string, options: RubyOptions): PhrasingContent[] {
  return text.split(call).flatMap((value): PhrasingContent[] => {
    if (value === '') return [];
    const line: PhrasingContent[] = [{ type: 'text', value }];
    const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: line }] };
    if (!call.test(value)) addReadings(tree, options);
    return line;
  });
}
