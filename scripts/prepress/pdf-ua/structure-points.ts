import { dictOf, entry, nameOf, textOf } from '../read/pdf-file.js';
import type { StructureElement } from '../read/read-structure.js';
import type { UaPoint } from './point.js';

/** The standard structure types of ISO 32000-1 §14.8.4. */
const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP ' +
    'Warichu WT WP Figure Formula Form StructTreeRoot'
  ).split(' '),
);

/** The elements of some types. */
export const ofType = (elements: readonly StructureElement[], ...types: string[]) =>
  elements.filter(({ type }) => types.includes(type));

const headingLevels = (elements: readonly StructureElement[]) =>
  elements.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? Number(type[1]) : []));

/** Points about the structure tree. */
export const structurePoints: UaPoint[] = [
  {
    id: '7.1-11',
    rule: 'the file is tagged',
    breaches: ({ reading }) => (reading.structure ? [] : ['no structure tree']),
  },
  {
    id: '7.1-12',
    rule: 'every element knows its parent',
    breaches: ({ elements }) =>
      elements.flatMap(({ type, dict }) => (dictOf(dict, 'P') ? [] : `${type} without P`)),
  },
  {
    id: '7.1-5',
    rule: 'every structure type is a standard one, or mapped to one',
    breaches: ({ elements }) => elements.flatMap(({ type }) => (standard.has(type) ? [] : type)),
  },
  {
    id: '7.1-7',
    rule: 'no standard type is mapped to another',
    breaches: ({ elements }) =>
      elements.flatMap(({ type, dict }) => {
        const own = nameOf(dict, 'S');
        return own !== undefined && own !== type && standard.has(own) ? `${own} to ${type}` : [];
      }),
  },
  {
    id: '7.2-29',
    rule: 'languages are written as language tags',
    breaches: ({ reading, elements }) =>
      [reading.lang, ...elements.map(({ lang }) => lang)].flatMap((lang) =>
        lang === undefined || /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(lang) ? [] : `“${lang}”`,
      ),
  },
  {
    id: '7.3-1',
    rule: 'figures have an alternative',
    breaches: ({ elements }) =>
      ofType(elements, 'Figure').flatMap(({ alt, dict }) =>
        alt?.trim() || entry(dict, 'ActualText') ? [] : 'Figure without Alt',
      ),
  },
  {
    id: '7.4.2-1',
    rule: 'headings begin with H1 and skip no level',
    breaches: ({ elements }) =>
      headingLevels(elements).flatMap((level, index, levels) => {
        const before = levels[index - 1] ?? 0;
        return level > before + 1 ? `H${level} after ${before === 0 ? 'nothing' : `H${before}`}` : [];
      }),
  },
  {
    id: '7.4.4-2',
    rule: 'headings are numbered throughout, or not at all',
    breaches: ({ elements }) =>
      ofType(elements, 'H').length > 0 && headingLevels(elements).length > 0 ? ['H and Hn'] : [],
  },
  {
    id: '7.7-1',
    rule: 'formulas have an alternative',
    breaches: ({ elements }) =>
      ofType(elements, 'Formula').flatMap(({ alt, dict }) =>
        alt?.trim() || entry(dict, 'ActualText') ? [] : 'Formula without Alt',
      ),
  },
  {
    id: '7.9-1',
    rule: 'notes have an id of their own',
    breaches: ({ elements }) => {
      const ids = ofType(elements, 'Note').map(({ dict }) => textOf(dict, 'ID'));
      return ids.flatMap((id, index) => (id && ids.indexOf(id) === index ? [] : `Note ${index + 1}`));
    },
  },
];
