import type { Root } from 'mdast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { location } from 'vfile-location';
import { writeArticle, writeTree } from '../../article/markdown.js';
import { quoteAt } from '../../article/read-issue.js';
import type { Restoration } from '../../article/restoration.js';
import type { Source } from '../../article/source.js';
import { say, textOf } from '../../article/words/say.js';
import type { Language } from '../../article/words/sentence.js';
import { remarkCommentFurniture, remarkNameParts, remarkStories, restoreParse } from '../../restore/index.js';
import { groupMessages } from '../tell/group-messages.js';
import { questionIn } from '../tell/question-words.js';

/**
 * A page as one Markdown text. A single story is written like its manuscript; several are separated by rules, and roles
 * that Markdown cannot show are named by a comment before the block. Removed text is in a comment at the end.
 */
export function restoreMarkdown(source: Pick<Source, 'path' | 'text' | 'layout' | 'told'>) {
  const file = new VFile({ path: source.path, value: source.text });
  const processor = unified()
    .use(restoreParse, { reading: source })
    .use(remarkCommentFurniture)
    .use(remarkStories)
    .use(remarkNameParts);
  const tree = processor.runSync(processor.parse(file), file) as Root;
  const [story, ...others] = file.data.stories!;
  const markdown = story && others.length === 0 ? writeArticle(story) : writeTree(tree);
  return { markdown, restoration: file.data.restoration! };
}

/** Lines for people about a restored text: its encoding, and its questions by kinds. */
export function doubtLines(
  { path, text, encoding }: Source,
  messages: Restoration['messages'],
  language: Language = 'en',
): string[] {
  const lines = location(text);
  const placed = messages.map(({ start, end, ruleId: rule, reason, candidates }) => {
    const { line, column } = lines.toPoint(start) ?? {};
    const words = questionIn(language, {
      ...{ rule, reason, text: quoteAt(text, start, end) },
      ...(candidates && { candidates }),
    });
    return { file: path, line, column, rule, reason: words };
  });
  const read = encoding === 'utf-8' ? [] : [textOf(say('read-as', path, encoding), language)];
  return [...read, ...groupMessages(placed, { language })];
}

/** Makes a problem name a file as the person did. */
export function renamed(name: string): (error: { file?: string }) => never {
  return (error) => {
    if ('file' in error) error.file = name;
    throw error;
  };
}
