import { join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { isSourceText, listFiles } from './manuscript.js';
import { message } from './problem.js';
import { say } from './words/say.js';

/** Texts in an issue's folder that are not printed, as messages: nothing that a person wrote is ignored silently. */
export function strayFiles(folder: string, listed: readonly string[]): VFileMessage[] {
  const own = listFiles(folder).filter((name) => !name.startsWith('.'));
  const texts = own.filter((name) => /\.(?:md|markdown|mdown|mkd)$/i.test(name) && !isOther(name));
  const below = own.flatMap((name) =>
    /\.\w+$/.test(name) || isTranslation(name)
      ? []
      : listFiles(join(folder, name)).flatMap((one) =>
          /\.(?:md|markdown)$/i.test(one) ? [join(name, one)] : [],
        ),
  );
  return [...texts, ...below].flatMap((name) => {
    const isArticle = name.endsWith('.md') && !below.includes(name);
    if (isArticle && listed.includes(name.slice(0, -'.md'.length))) return [];
    return [strayFile(folder, name, isArticle)];
  });
}

/** True for Markdown files beside the articles that are not articles. */
const isOther = (name: string) =>
  /^readme\b/i.test(name) || /\.proposal\.md$/.test(name) || isSourceText(name);
/** The folders of translations are named after languages: en, zh-Hant. */
const isTranslation = (name: string) => /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(name);

function strayFile(folder: string, name: string, isArticle: boolean): VFileMessage {
  return message(isArticle ? say('unlisted-file', name) : say('no-article-file', name), {
    path: join(folder, name),
    ruleId: 'stray-file',
    note: isArticle ? say('list-or-move') : say('rename-or-move'),
  });
}
