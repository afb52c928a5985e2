import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { dictOf, entry, listOf, nameOf } from '../../../prepress/read/pdf-file.js';
import { Inapplicable, type Mutation, type Subject } from '../subject.js';

/** The dictionary of a random element of some types, in the file that is changed. */
export function elementOf(
  subject: Subject,
  types: RegExp,
  fits: (dict: PDFDict) => boolean = () => true,
): PDFDict {
  const all = subject.file.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isElement = object instanceof PDFDict && object.get(PDFName.of('S')) && object.get(PDFName.of('P'));
    return isElement && types.test(nameOf(object, 'S') ?? '') && fits(object as PDFDict)
      ? [object as PDFDict]
      : [];
  });
  if (all.length === 0) throw new Inapplicable();
  return subject.random.pick(all);
}

const retyped = (from: RegExp, to: string) => (subject: Subject) =>
  elementOf(subject, from).set(PDFName.of('S'), PDFName.of(to));

const set = (types: RegExp, key: string, value: string) => (subject: Subject) =>
  elementOf(subject, types).set(PDFName.of(key), PDFHexString.fromText(value));

const tags = (name: string, change: Mutation['change']): Mutation => ({ kind: 'tags', name, change });

const root = ({ file }: Subject) => dictOf(file.catalog, 'StructTreeRoot')!;

/** Changes of tags, which a listener hears. */
export const tagKinds: Mutation[] = [
  tags('tag-Note-to-Div', retyped(/^Note$/, 'Div')),
  tags('tag-L-to-Div', retyped(/^L$/, 'Div')),
  tags('tag-H-to-P', retyped(/^H[1-6]$/, 'P')),
  tags('tag-P-to-H2', retyped(/^P$/, 'H2')),
  tags('tag-heading-level', retyped(/^H3$/, 'H2')),
  tags('tag-BlockQuote-to-Div', retyped(/^BlockQuote$/, 'Div')),
  tags('tag-TH-to-TD', retyped(/^TH$/, 'TD')),
  tags('tag-Figure-to-Div', retyped(/^Figure$/, 'Div')),
  tags('tag-Link-to-Span', retyped(/^Link$/, 'Span')),
  tags('tag-RT-to-Span', retyped(/^RT$/, 'Span')),
  tags('role-map-P-to-Artifact', (subject) =>
    root(subject).set(PDFName.of('RoleMap'), subject.file.context.obj({ P: 'NonStruct' })),
  ),
  tags('actualtext-wrong-on-element', set(/^(P|H[1-6]|TD|LBody)$/, 'ActualText', '别的文字')),
  tags('alt-on-paragraph', set(/^(P|H[1-6]|TD|LBody)$/, 'Alt', '别的文字')),
  tags('expansion-on-paragraph', set(/^(P|TD|LBody)$/, 'E', '别的文字')),
  tags('alt-changed', set(/^Figure$/, 'Alt', '别的图')),
  tags('alt-removed', (subject) => elementOf(subject, /^Figure$/).delete(PDFName.of('Alt'))),
  tags('lang-on-element', (subject) =>
    elementOf(subject, /^(P|H[1-6]|LBody)$/).set(PDFName.of('Lang'), PDFString.of('fr')),
  ),
  tags('tag-TR-to-Div', retyped(/^TR$/, 'Div')),
  tags('tag-LI-to-P', retyped(/^LI$/, 'P')),
  tags('tag-Lbl-to-Span', retyped(/^Lbl$/, 'Span')),
  tags('tag-Reference-to-Span', retyped(/^Reference$/, 'Span')),
  tags('tag-Code-to-Span', retyped(/^Code$/, 'Span')),
  tags('alt-emptied', set(/^Figure$/, 'Alt', '')),
  tags('lang-on-span', (subject) =>
    elementOf(subject, /^(Span|TD|TH)$/).set(PDFName.of('Lang'), PDFString.of('de')),
  ),
  tags('actualtext-emptied', set(/^(P|H[1-6]|TD|LBody)$/, 'ActualText', '')),
  tags('cell-spans-two', (subject) =>
    elementOf(subject, /^TD$/).set(
      PDFName.of('A'),
      subject.file.context.obj({ O: 'Table', ColSpan: 2 } as never),
    ),
  ),
  tags('column-head-as-row-head', (subject) =>
    elementOf(subject, /^TH$/).set(
      PDFName.of('A'),
      subject.file.context.obj({ O: 'Table', Scope: 'Row' } as never),
    ),
  ),
  tags('parenttree-removed', (subject) => {
    root(subject).delete(PDFName.of('ParentTree'));
  }),
  tags('parenttree-shuffled', (subject) => {
    const lists = listOf(dictOf(root(subject), 'ParentTree'), 'Nums').filter(
      (one) => one instanceof PDFArray,
    );
    const nested = listOf(dictOf(root(subject), 'ParentTree'), 'Kids').flatMap((kid) =>
      listOf(kid, 'Nums').filter((one) => one instanceof PDFArray),
    );
    const list = [...lists, ...nested].find(
      (one) => one instanceof PDFArray && new Set(one.asArray()).size > 2,
    ) as PDFArray | undefined;
    if (!list) throw new Inapplicable();
    const turned = [...list.asArray()].reverse();
    turned.forEach((value, index) => {
      list.set(index, value);
    });
  }),
  tags('structparents-exchanged', ({ file }) => {
    const [one, other] = file.getPages().filter(({ node }) => node.get(PDFName.of('StructParents')));
    if (!one || !other) throw new Inapplicable();
    const key = PDFName.of('StructParents');
    const kept = one.node.get(key)!;
    one.node.set(key, other.node.get(key)!);
    other.node.set(key, kept);
  }),
  tags('kids-exchanged', (subject) => {
    const element = elementOf(subject, /^(Art|Document|Sect)$/, (dict) => listOf(dict, 'K').length > 3);
    const kids = entry(element, 'K') as PDFArray;
    const at = subject.random.integer(0, kids.size() - 2);
    const [one, other] = [kids.get(at), kids.get(at + 1)];
    kids.set(at, other);
    kids.set(at + 1, one);
  }),
  tags('element-dropped', (subject) => {
    const element = elementOf(subject, /^(Art|L|Table|Document)$/, (dict) => listOf(dict, 'K').length > 1);
    (entry(element, 'K') as PDFArray).remove(0);
  }),
  tags('structure-removed', ({ file }) => file.catalog.delete(PDFName.of('StructTreeRoot')) as never),
  tags('scope-and-headers-removed', ({ file }) => {
    for (const [, object] of file.context.enumerateIndirectObjects())
      if (object instanceof PDFDict && /^T[DH]$/.test(nameOf(object, 'S') ?? ''))
        object.delete(PDFName.of('A'));
  }),
];
