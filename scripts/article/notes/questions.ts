import type { VFileMessage } from 'vfile-message';
import type { Issue, Question } from '../issue.js';
import { isSourceName } from '../source-files.js';

/**
 * 存疑 about the source of an issue's articles, as shown to its readers; repeated questions about the same words
 * appear once. Doubts of a conversion are for the editor alone: they would fill pages of a book.
 */
export function questionsOf({ sections }: Issue): Question[] {
  const found = new Map<string, Question>();
  for (const { id, file } of sections.flatMap(({ articles }) => articles))
    for (const message of file.messages) {
      const question = questionOf(id, message);
      if (question) found.set(JSON.stringify(question), question);
    }
  return [...found.values()];
}

function questionOf(article: string, message: VFileMessage): Question | undefined {
  const { ruleId, source, actual, expected, place, file } = message;
  if (!ruleId || source === 'convert') return undefined;
  const point = place && ('start' in place ? place.start : place);
  const isOfSource = file !== undefined && isSourceName(file);
  const candidates = expected?.filter((one) => one !== actual) ?? [];
  return {
    article,
    rule: ruleId,
    ...(actual && { text: actual }),
    ...(candidates.length > 0 && { candidates }),
    ...(isOfSource && point && { line: point.line }),
  };
}
