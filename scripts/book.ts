import { dirname, join, relative } from 'node:path';
import type { AdaptOptions, Edition } from './article/edition.js';
import { refuseLinksOut } from './article/files/walk.js';
import type { Issue } from './article/issue.js';
import { names, readTextFile } from './article/manuscript.js';
import { questionsOf } from './article/notes/questions.js';
import { readOverrides } from './article/overrides-file.js';
import { coverPicture, nameplatePicture } from './article/pictures/cover-picture.js';
import { embedPictures } from './article/pictures/pictures.js';
import { messagesOf, readIssue } from './article/read-issue.js';
import { languageOf } from './article/words/sentence.js';
import { type Place, publicationFile } from './config.js';
import { designMessages, readDesign } from './design.js';
import { editionOf } from './edition/edition-of.js';
import { adapt } from './edition/index.js';
import { readNames } from './edition/lexicon/names.js';
import { keepTables } from './keep-tables.js';
import { judgePlates } from './plate-places.js';
import { readIssueSource } from './read-issue-source.js';
import { briefsIn } from './rule-words.js';
import { readTranslation } from './translate/read-translation.js';
import type { Book } from './typeset/book/galley.js';
import { compose } from './typeset/compose/compose.js';
import type { IndexName } from './typeset/parts/index-entries.js';

/**
 * An issue composed in one edition, with its articles as set and all open questions.
 *
 * @param characters number of characters of the whole issue, if only its beginning is composed
 */
export function bookFrom(issue: Issue, asked: Edition, place: Place, characters?: number) {
  const edition = { parallel: place.publication.parallel, ...withReasons(asked) };
  const adapted = adaptedTo(issue, edition, place);
  const second = edition.second && adaptedTo(issue, edition.second, place);
  const [original] = issue.sections.flatMap(({ articles }) => articles);
  for (const one of [adapted, second]) if (one) embedPictures(one, original && dirname(original.file.path));
  judgePlates(adapted, edition, place);
  const both = [adapted, ...(second ? [second] : [])];
  const messages = [...new Set(both.flatMap(messagesOf))];
  const tally = { ...adapted.tally, open: messages.length };
  const questions = questionsOf(adapted);
  const cover = coverPicture(issue, {
    manuscript: join(place.root, 'manuscript'),
    file: join(place.root, publicationFile),
    usual: place.publication.cover,
  });
  const nameplate = nameplatePicture(join(place.root, 'manuscript'), edition.lang);
  return {
    book: compose(
      { ...adapted, tally, questions, ...(second && { second: { ...second, tally, questions } }) },
      edition,
      {
        ...readDesign(place, edition),
        ...(cover !== undefined && { cover }),
        ...(nameplate !== undefined && { nameplate }),
        ...(characters !== undefined && { characters }),
        names: namesOf(issue.id, place, edition),
      },
    ),
    articles: both.flatMap(({ sections }) => sections.flatMap(({ articles }) => articles)),
    messages: [...messages, ...designMessages(place, edition)],
  };
}

/** 校记 give their reasons in the language of the text beside them. */
const withReasons = (edition: Edition): Edition => ({
  reasons: briefsIn(languageOf(edition.lang)),
  ...edition,
  ...(edition.second && { second: withReasons(edition.second) }),
});

/** An issue in the words and the characters of an edition of one language. */
export function adaptedTo(issue: Issue, edition: Edition, place: Place): Issue {
  keepTables();
  if (!edition.isTranslated) return adapt(issue, edition, adaptOptions(issue.id, place));
  const folder = join(place.root, 'manuscript', issue.id);
  return adapt(readTranslation(issue, folder, edition.lang), edition);
}

/** 专名表 in the form of an edition: the entries of an index. */
function namesOf(issue: string, place: Place, edition: Edition): IndexName[] {
  const files = adaptOptions(issue, place).names ?? [];
  return readNames(files, edition.lang).list.map(({ output, kind }) => ({
    text: output,
    kind,
  }));
}

/** The book of one edition without layout, with its articles: what a finished PDF is compared with. */
export async function writtenBook(folder: string, editionId: string, place: Place) {
  refuseLinksOut(place.root, [relative(place.root, folder), 'styles']);
  const source = await readIssueSource(folder);
  const issue = readIssue(folder, place.publication, source);
  return bookFrom(issue, editionOf(editionId), place);
}

/** The same without the articles. */
export async function bookOf(folder: string, editionId: string, place: Place): Promise<Book> {
  return (await writtenBook(folder, editionId, place)).book;
}

/** A publication's choices for its editions, read from its files. */
export function adaptOptions(issue: string, { root, publication }: Place): AdaptOptions {
  const files = [join(root, 'manuscript', issue, names.glossary), join(root, 'manuscript', names.glossary)];
  const found = files.flatMap((path) => {
    const text = readTextFile(path);
    return text === undefined ? [] : [{ path, text }];
  });
  const decided = join(root, 'manuscript', issue, names.overrides);
  const { characters } = readOverrides(readTextFile(decided) ?? '', decided);
  return {
    names: found,
    ...(characters.length > 0 && { characters }),
    ...(publication.houseStyle !== undefined && { houseStyle: publication.houseStyle }),
    ...(publication.vocabulary !== undefined && { vocabulary: publication.vocabulary }),
  };
}
