import { boolOf, dictOf, entry, listOf, nameOf, numberOf, textOf } from '../read/pdf-file.js';
import { isMarkedContent, isObjectReference, type StructureElement } from '../read/read-structure.js';
import type { UaPoint, UaSubject } from './point.js';

const xmpHas =
  (pattern: RegExp, missing: string) =>
  ({ reading }: UaSubject) =>
    pattern.test(reading.xmp ?? '') ? [] : [missing];

/** The elements that hold annotations, by the annotation's dictionary. */
function holders({ elements }: UaSubject): Map<unknown, string> {
  const map = new Map<unknown, string>();
  for (const { type, kids } of elements)
    for (const kid of kids) if (isObjectReference(kid)) map.set(kid.object, type);
  return map;
}

const isLanguage = (lang: string | undefined) => /^[a-z]{2,3}(-|$)/i.test(lang ?? '');

function langAround(element: StructureElement): string | undefined {
  for (let at: StructureElement | undefined = element; at; at = at.parent)
    if (at.lang !== undefined) return at.lang;
  return undefined;
}

/** Points about the document as a whole, its pages and its annotations. */
export const documentPoints: UaPoint[] = [
  {
    id: '7.1-3',
    rule: 'all content is tagged or an artifact',
    breaches: ({ unmarked }) => unmarked.map((page) => `page ${page}`),
  },
  {
    id: '7.1-1',
    rule: 'no tag stands in an artifact, and no artifact in a tag',
    breaches: ({ misnested }) => misnested.map((page) => `page ${page}`),
  },
  {
    id: '6.1-1',
    rule: 'the file is a PDF 1.0 to 1.7',
    breaches: ({ reading }) => {
      const header = reading.file.context.header.toString();
      return /%PDF-1\.[0-7]\n/.test(`${header}\n`) ? [] : [header.slice(0, 8)];
    },
  },
  {
    id: '7.1-4',
    rule: 'no tag is suspect',
    breaches: ({ reading }) =>
      boolOf(dictOf(reading.file.catalog, 'MarkInfo'), 'Suspects') === true ? ['Suspects'] : [],
  },
  {
    id: '6.2-1',
    rule: 'the file says that it is tagged',
    breaches: ({ reading }) =>
      boolOf(dictOf(reading.file.catalog, 'MarkInfo'), 'Marked') === true ? [] : ['Marked is not true'],
  },
  { id: '7.1-8', rule: 'there is XMP metadata', breaches: xmpHas(/<rdf:RDF/, 'no XMP') },
  {
    id: '5-1',
    rule: 'XMP names PDF/UA-1',
    breaches: xmpHas(/pdfuaid:part(?:="1"|>1<)/, 'no pdfuaid:part'),
  },
  {
    id: '7.1-9',
    rule: 'XMP has the title',
    breaches: xmpHas(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]/, 'no dc:title'),
  },
  {
    id: '7.1-10',
    rule: 'the window shows the title',
    breaches: ({ reading }) =>
      boolOf(dictOf(reading.file.catalog, 'ViewerPreferences'), 'DisplayDocTitle') === true
        ? []
        : ['DisplayDocTitle is not true'],
  },
  {
    id: '7.2-34',
    rule: 'the language of all text is known',
    breaches: ({ reading, elements }) => {
      if (isLanguage(reading.lang)) return [];
      const withContent = elements.filter(({ kids }) => kids.some(isMarkedContent));
      return withContent.length > 0 && withContent.every((element) => isLanguage(langAround(element)))
        ? []
        : ['no Lang'];
    },
  },
  {
    id: '7.20-1',
    rule: 'no content is taken from other files',
    breaches: ({ reading }) => {
      const objects = reading.file.context.enumerateIndirectObjects().map(([, object]) => object);
      return objects.some((object) => nameOf(object, 'Subtype') === 'Form' && entry(object, 'Ref'))
        ? ['Ref']
        : [];
    },
  },
  {
    id: '7.10-1',
    rule: 'optional content has names and is not switched by itself',
    breaches: ({ reading }) => {
      const properties = dictOf(reading.file.catalog, 'OCProperties');
      if (!properties) return [];
      const configs = [dictOf(properties, 'D'), ...listOf(properties, 'Configs')];
      return configs.flatMap((config) =>
        textOf(config, 'Name') && !entry(config, 'AS') ? [] : 'configuration',
      );
    },
  },
  {
    id: '7.11-1',
    rule: 'no file is embedded',
    breaches: ({ reading }) =>
      dictOf(dictOf(reading.file.catalog, 'Names'), 'EmbeddedFiles') ? ['EmbeddedFiles'] : [],
  },
  {
    id: '7.15-1',
    rule: 'there is no form',
    breaches: ({ reading }) => (dictOf(reading.file.catalog, 'AcroForm') ? ['AcroForm'] : []),
  },
  {
    id: '7.18.1-1',
    rule: 'annotations are links',
    breaches: ({ reading }) => reading.pages.flatMap(({ others }) => others),
  },
  {
    id: '7.18.3-1',
    rule: 'pages with annotations are gone through in the order of the structure',
    breaches: ({ reading }) =>
      reading.pages.flatMap(({ links, dict }, index) =>
        links.length === 0 || nameOf(dict, 'Tabs') === 'S' ? [] : `page ${index + 1}`,
      ),
  },
  {
    id: '7.18.5-1',
    rule: 'links stand in the structure as Link',
    breaches: (subject) => {
      const typeOf = holders(subject);
      return subject.reading.pages.flatMap(({ links }, index) =>
        links.flatMap(({ dict }) => (typeOf.get(dict) === 'Link' ? [] : `link on page ${index + 1}`)),
      );
    },
  },
  {
    id: '7.18.5-2',
    rule: 'links have words of their own',
    breaches: ({ reading }) =>
      reading.pages.flatMap(({ links }, index) =>
        links.flatMap(({ dict }) => (textOf(dict, 'Contents')?.trim() ? [] : `link on page ${index + 1}`)),
      ),
  },
  {
    id: '7.18.5-1b',
    rule: 'links know their element',
    breaches: ({ reading }) =>
      reading.pages.flatMap(({ links }, index) =>
        links.flatMap(({ dict }) =>
          numberOf(dict, 'StructParent') === undefined ? `link on page ${index + 1}` : [],
        ),
      ),
  },
];
