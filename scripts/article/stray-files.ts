import { join } from 'node:path';
import { VFileMessage } from 'vfile-message';
import { listFiles } from './manuscript.js';

/** Texts in an issue's folder that are not printed, each as a message: nothing that a person wrote is left out silently. */
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

/** What lies beside articles and is none. */
const isOther = (name: string) => /^readme\b/i.test(name) || /\.proposal\.md$/.test(name);
/** The folders of translations are named after languages: en, zh-Hant. */
const isTranslation = (name: string) => /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(name);

function strayFile(folder: string, name: string, isArticle: boolean): VFileMessage {
  const message = new VFileMessage(
    isArticle
      ? `Unexpected file ${name}, which no section of issue.yaml lists; it is not printed`
      : `Unexpected file ${name}, expected articles such as 01.md in the folder of the issue; it is not printed`,
    { source: 'chongpai', ruleId: 'stray-file' },
  );
  message.file = join(folder, name);
  message.note = isArticle
    ? 'Name it in a section, or move it out of the folder.'
    : 'Give it the ending .md and move it beside the others, or out of the folder.';
  return message;
}
