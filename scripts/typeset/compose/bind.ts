import type { Element } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Edition } from '../../article/edition.js';
import type { Issue, Section } from '../../article/issue.js';
import type { Galley } from '../book/galley.js';
import { contents } from '../parts/contents.js';
import { continuations } from '../parts/continuation.js';
import { cover, isOfChapters } from '../parts/cover.js';
import { endnotes, type Noted } from '../parts/notes.js';
import { coverInBoth, inBoth } from '../parts/parallel/parallel-part.js';
import { parallelSection } from '../parts/parallel/parallel-section.js';
import type { Part } from '../parts/part.js';
import { haveOwnPages, story } from '../parts/story.js';
import { storyId } from '../parts/story-id.js';
import { backCover, halfTitle, imprint, spine, titlePage } from '../parts/title-pages.js';
import { breaksIn } from '../parts/titles/sense.js';
import { spacedTitle } from '../parts/titles/spaced-title.js';
import { backMatter } from './back-matter.js';
import { groupBriefs } from './group-briefs.js';
import { defaultParts } from './part-names.js';
import { asked, type Binding, type Plan } from './plan.js';

/** The parts that go into one galley. */
export interface Bound {
  galley: Omit<Galley, 'html'>;
  parts: Part[];
}

/** 配页: the parts of a book in the order of binding, galley by galley. */
export function bind(binding: Binding): Bound[] {
  const { issue, edition, design } = binding;
  const characters = design.characters ?? charactersOf(issue);
  const isFacing = edition.second !== undefined && edition.parallel === 'facing';
  const plan: Plan = {
    ...binding,
    characters,
    has: new Set(design.parts ?? defaultParts(characters)),
    facing: isFacing ? { facing: true, start: 'any' } : {},
  };
  const cased: Bound[] = asked(plan, 'back-cover', () => backCover(issue)).map((part) => ({
    galley: { id: 'back-cover', start: 'any', pageName: 'cover', folios: 'none' },
    parts: [part],
  }));
  return [...frontMatter(plan), ...text(plan), ...cased];
}

function frontMatter(plan: Plan): Bound[] {
  const { issue, edition, design, trim, characters, facing } = plan;
  const levels = edition.second === undefined ? design.contentsLevels : 1;
  const outside = [
    ...asked(plan, 'cover', () => ({
      id: 'cover',
      part: coverInBoth(
        cover(issue, edition, { page: design.cover, nameplate: design.nameplate }),
        issue,
        edition,
      ),
    })),
    // 书脊: only the sheet of a separate cover needs this page.
    ...(design.binding ? asked(plan, 'spine', () => ({ id: 'spine', part: spine(issue) })) : []),
  ];
  const titles = [
    ...asked(plan, 'half-title', () => halfTitle(issue)),
    ...asked(plan, 'title-page', () => titlePage(issue, edition)),
    ...asked(plan, 'imprint', () => imprint(issue, edition, { trim, characters })),
  ];
  // After title pages the contents open on a recto; in a booklet they are inside the cover.
  const start = titles.length > 0 ? 'recto' : 'any';
  const bound: Bound[] = outside.map(({ id, part }) => ({
    galley: { id, start: id === 'cover' ? 'recto' : 'any', pageName: 'cover', folios: 'none' },
    parts: [part],
  }));
  if (titles.length > 0)
    bound.push({
      galley: { id: 'titles', start: 'recto', pageName: 'front', folios: 'none' },
      parts: titles,
    });
  const list = (one: Issue, other: Edition) => contents(one, other, levels);
  for (const parts of asked(plan, 'contents', () => inBoth(issue, edition, [list])))
    bound.push({
      galley: {
        id: 'contents',
        start,
        pageName: 'front',
        folios: facing.facing ? 'arabic' : 'roman',
        ...facing,
      },
      parts,
    });
  return bound;
}

/** The stories, followed by the back matter. */
function text(plan: Plan): Bound[] {
  const { issue, edition, design, has, facing } = plan;
  const sections = issue.sections.map((section) => sectionParts(plan, section));
  const noted: Noted = { issue, edition, stories: sections.flatMap(storiesOf) };
  // Stories in two languages are one part: their notes are an appendix.
  const hasEndnotes = design.editorNotes === 'endnotes' && edition.second === undefined;
  if (has.has('notes') && hasEndnotes)
    for (const [at, parts] of sections.entries())
      sections[at] = withEndnotes(issue.sections[at]!, parts, noted);
  const { parts: last, faces } = backMatter(plan, noted, hasEndnotes);
  for (const [at, parts] of sections.entries()) sections[at] = groupBriefs(parts);
  // Back matter may follow the last story on its page, if the theme wants it.
  if (!facing.facing) sections.at(-1)?.push(...last);
  const bound = sections.map((parts, at): Bound => {
    const id = issue.sections[at]!.id;
    return { galley: { id, start: at === 0 ? 'recto' : 'any', folios: 'arabic', ...facing }, parts };
  });
  const backOf = { start: 'any', pageName: 'back', folios: 'arabic' } as const;
  // Parts in one language cannot face the other.
  if (facing.facing && last.length > 0)
    bound.push({ galley: { id: 'back', ...backOf, ...(faces && facing) }, parts: last });
  return bound;
}

/** The stories' elements among the parts of a section. */
function storiesOf(parts: readonly Part[]): Element[] {
  const found: Element[] = [];
  for (const { html } of parts)
    for (const root of html)
      visit(root, 'element', (one) => void (one.tagName === 'article' && found.push(one)));
  return found;
}

/** Each story followed by its notes. */
function withEndnotes({ id, articles }: Section, parts: readonly Part[], noted: Noted): Part[] {
  return parts.flatMap((part) => {
    const article = articles.find((one) => part.html[0]?.properties.id === storyId(id, one.id));
    const own = article && endnotes(article, id, noted);
    return own ? [part, own] : [part];
  });
}

/** The stories of a section; above them its title, if it has one. */
function sectionParts({ issue, edition, headRoom }: Plan, section: Section): Part[] {
  if (edition.second) return [parallelSection(issue, section, { edition, headRoom })];
  const { sections } = issue;
  const breaksOf = breaksIn(edition);
  const rank = sections.some(({ title }) => title) ? 2 : 1;
  const all = sections.flatMap(({ articles }) => articles);
  const isChapter = isOfChapters(all) && haveOwnPages(all);
  const stories = section.articles.map((article, at) =>
    story(article, {
      section: section.id,
      rank,
      follows: at > 0,
      isChapter,
      onPage: edition.labels.onPage,
      noPicture: edition.labels.noPicture,
      runsIn: true,
      headRoom,
      ...(breaksOf && { breaksOf }),
      ...continuations(article, issue, edition),
    }),
  );
  if (!section.title) return stories;
  const id = `${section.id}-title`;
  const opener: Element = spacedTitle('h1.section-title', section.title, { id });
  return [
    { html: [opener], passages: [{ id, name: 'a section title', text: section.title.replace(/\s/gu, '') }] },
    ...stories,
  ];
}

/** 字数 of the stories, marks included, as the trade counts. */
function charactersOf({ sections }: Issue): number {
  const texts = sections.flatMap(({ articles }) => articles.map(({ tree }) => textOf(tree)));
  return texts.reduce((sum, text) => sum + text.replace(/\s/gu, '').length, 0);
}
