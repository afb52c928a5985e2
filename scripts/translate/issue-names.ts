import { join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Issue } from '../article/issue.js';
import { names, readTextFile } from '../article/manuscript.js';
import { message } from '../article/problem.js';
import { type Said, say } from '../article/words/say.js';
import { readYaml, titleText } from '../article/yaml.js';
import { hanRun } from '../text/characters.js';
import type { Unit } from './unit.js';

const schema = z.strictObject({
  title: titleText.optional(),
  publisher: titleText.optional(),
  sections: z
    .union([z.record(z.string(), titleText), z.array(titleText)])
    .optional()
    .describe('Titles of the sections: by their own, or in order'),
});

/** Names of an issue in another language, from `en/issue.yaml`. */
export interface NameTranslations {
  title?: string;
  publisher?: string;
  /** Titles of sections in the order of the issue. */
  sections: (string | undefined)[];
}

/** @throws a problem when the file is wrong. */
export function readNames({ sections: own }: Issue, folder: string): NameTranslations {
  const path = join(folder, names.issue);
  const { title, publisher, sections } = readYaml(schema, readTextFile(path) ?? '', { path });
  const titles = Array.isArray(sections)
    ? own.map((_, index) => sections[index])
    : own.map((section) => (section.title === undefined ? undefined : sections?.[section.title]));
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    sections: titles,
  };
}

/** A name of an issue that is printed in both languages. */
interface Name {
  /** Its place in the file. */
  keys: ['title'] | ['publisher'] | ['sections', string];
  source: string;
  target?: string;
}

function namesOf(issue: Issue, { title, publisher, sections }: NameTranslations): Name[] {
  const name = (keys: Name['keys'], source: string | undefined, target: string | undefined): Name[] =>
    source !== undefined && source.match(hanRun) !== null
      ? [{ keys, source, ...(target !== undefined && { target }) }]
      : [];
  return [
    ...name(['title'], issue.title, title),
    ...name(['publisher'], issue.publisher, publisher),
    ...issue.sections.flatMap((section, index) =>
      name(['sections', section.title ?? ''], section.title, sections[index]),
    ),
  ];
}

const nouns: Record<Name['keys'][0], Said> = {
  title: say('a-paper-title'),
  publisher: say('a-publisher'),
  sections: say('a-section-title'),
};

/** Tells of names that would stand in the original's language on the translation's pages. */
export function missingNames(issue: Issue, folder: string): VFileMessage[] {
  return namesOf(issue, readNames(issue, folder)).flatMap(({ keys, source, target }) =>
    target !== undefined
      ? []
      : [
          message(say('matter-not-translated', nouns[keys[0]], source), {
            path: join(folder, names.issue),
            note: say('write-name', keys.length === 1 ? `${keys[0]}: …` : `sections: {"${source}": …}`),
            source: 'translate',
            ruleId: 'missing-name',
          }),
        ],
  );
}

/** Names as units of exchange: their ids begin with the file. */
export function nameUnits(issue: Issue, folder: string): Unit[] {
  return namesOf(issue, readNames(issue, folder)).map(
    ({ keys, source, target }, index): Unit => ({
      id: `${names.issue}.${index + 1}`,
      kind: keys[0] === 'sections' ? 'section' : keys[0],
      source,
      ...(target !== undefined && { target }),
      state: target === undefined ? 'initial' : 'translated',
    }),
  );
}

/**
 * The file with names that came back, found by their originals; what it had besides, comments too, stays.
 *
 * @returns its text, undefined where no name came back; and how many of the units were found.
 */
export function importNames(
  issue: Issue,
  folder: string,
  given: readonly Unit[],
): { text: string | undefined; matched: number } {
  const document = parseDocument(readTextFile(join(folder, names.issue)) ?? '');
  const found = namesOf(issue, readNames(issue, folder)).map((name) => {
    const unit = given.find(({ source }) => source === name.source);
    return { ...name, isFound: unit !== undefined, given: unit?.target?.replace(/\s+/g, ' ').trim() };
  });
  const matched = found.filter(({ isFound }) => isFound).length;
  if (found.every((name) => name.given === undefined || name.given === name.target))
    return { text: undefined, matched };
  // In whichever of its two forms they stand there.
  if (document.has('sections')) document.delete('sections');
  for (const { keys, target, given: own = target } of found) if (own !== undefined) document.setIn(keys, own);
  return { text: String(document), matched };
}
