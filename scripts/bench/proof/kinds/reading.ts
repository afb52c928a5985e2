import { PDFArray, type PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { dictOf, entry, listOf, nameOf } from '../../../prepress/read/pdf-file.js';
import type { Mutation, Subject } from '../subject.js';
import { elementOf } from './tags.js';

const name = (text: string) => PDFName.of(text);
const root = ({ file }: Subject) => dictOf(file.catalog, 'StructTreeRoot')!;

/** The kids of an element in another order. */
const reordered =
  (types: RegExp, order: (kids: unknown[]) => unknown[], least = 2) =>
  (subject: Subject) => {
    const element = elementOf(subject, types, (dict) => listOf(dict, 'K').length >= least);
    const kids = entry(element, 'K') as PDFArray;
    order([...kids.asArray()]).forEach((kid, at) => {
      kids.set(at, kid as never);
    });
  };

const reversed = (kids: unknown[]) => kids.reverse();

/** Moves the kids of an element to the element before it. */
const merged = (types: RegExp) => (subject: Subject) => {
  const parent = elementOf(subject, /^(Art|L|Table|TBody|Document|Sect|BlockQuote)$/, (dict) => {
    const [one, other] = listOf(dict, 'K');
    return types.test(nameOf(one, 'S') ?? '') && nameOf(one, 'S') === nameOf(other, 'S');
  });
  const [one, other] = listOf(parent, 'K') as [PDFDict, PDFDict];
  const all = [...kidsOf(one), ...kidsOf(other)];
  one.set(name('K'), subject.file.context.obj(all as never));
  (entry(parent, 'K') as PDFArray).remove(1);
};

function kidsOf(dict: PDFDict): unknown[] {
  const kids = dict.get(name('K'));
  const own = entry(dict, 'K');
  return own instanceof PDFArray ? own.asArray() : kids ? [kids] : [];
}

const given = (types: RegExp, key: string, value: unknown) => (subject: Subject) =>
  elementOf(subject, types).set(name(key), value as never);

/** Adds an entry to the properties of a piece in the content. */
const inProperties = (entries: string) => (subject: Subject) => {
  const { page, mcid } = subject.pick(/ (P|LBody|TD|H[1-6])$/, ({ text }) => text.length > 0);
  subject.edit(page, (operators) => {
    const mark = operators.find((one) => one.name === 'BDC' && one.mcid === mcid);
    if (mark) mark.text = mark.text.replace('>>', ` ${entries}>>`);
  });
};

const of = (own: string, change: Mutation['change']): Mutation => ({ kind: 'reading', name: own, change });

/** Changes of the order and the meaning that a screen reader announces. */
export const readingKinds: Mutation[] = [
  of('rows-read-backwards', reordered(/^(Table|TBody)$/, reversed)),
  of('cells-read-backwards', reordered(/^TR$/, reversed)),
  of('items-read-backwards', reordered(/^L$/, reversed)),
  of('item-body-before-label', reordered(/^LI$/, reversed)),
  of('story-read-backwards', reordered(/^Art$/, reversed, 3)),
  of('caption-before-figure', reordered(/^(Div|Sect|Art|Figure)$/, reversed, 2)),
  of('paragraphs-merged', merged(/^P$/)),
  of('items-merged', merged(/^LI$/)),
  of('rows-merged', merged(/^TR$/)),
  of('paragraph-read-twice', (subject) => {
    const element = elementOf(subject, /^Art$/, (dict) => listOf(dict, 'K').length > 2);
    const kids = entry(element, 'K') as PDFArray;
    kids.push(kids.get(1));
  }),
  of('paragraph-as-quotation', (subject) => elementOf(subject, /^P$/).set(name('S'), name('BlockQuote'))),
  of('paragraph-as-code', (subject) => elementOf(subject, /^P$/).set(name('S'), name('Code'))),
  of('heading-as-caption', (subject) => elementOf(subject, /^H[1-6]$/).set(name('S'), name('Caption'))),
  of('cell-as-heading', (subject) => elementOf(subject, /^TD$/).set(name('S'), name('TH'))),
  of('unknown-tag', (subject) => elementOf(subject, /^(P|H[1-6])$/).set(name('S'), name('Foo'))),
  of('role-map-of-headings', (subject) =>
    root(subject).set(name('RoleMap'), subject.file.context.obj({ H1: 'P', H2: 'P' } as never)),
  ),
  of('title-on-element', given(/^(P|H[1-6])$/, 'T', PDFHexString.fromText('别的'))),
  of('alt-on-a-whole-story', given(/^Art$/, 'Alt', PDFHexString.fromText('别的'))),
  of('actualtext-on-a-row', given(/^TR$/, 'ActualText', PDFHexString.fromText('别的'))),
  of('language-of-a-story', given(/^Art$/, 'Lang', PDFString.of('ja'))),
  of('language-emptied', given(/^(Art|P)$/, 'Lang', PDFString.of(''))),
  of('alt-in-the-content', inProperties('/Alt (advert)')),
  of('language-in-the-content', inProperties('/Lang (fr)')),
  of('expansion-in-the-content', inProperties('/E (advert)')),
  of('cell-over-two-rows', (subject) =>
    elementOf(subject, /^TD$/).set(name('A'), subject.file.context.obj({ O: 'Table', RowSpan: 2 } as never)),
  ),
  of('page-of-element', (subject) => {
    const { ref } = subject.file.getPage(0);
    const isElsewhere = (dict: PDFDict) =>
      entry(dict, 'K') instanceof PDFNumber && dict.get(name('Pg')) !== ref;
    elementOf(subject, /^P$/, isElsewhere).set(name('Pg'), ref);
  }),
  of('content-of-element-away', (subject) => {
    const element = elementOf(subject, /^(P|LBody|TD)$/, (dict) => dict.get(name('K')) !== undefined);
    element.delete(name('K'));
  }),
  of('pieces-exchanged', (subject) => {
    const isPlain = (dict: PDFDict) =>
      entry(dict, 'K') instanceof PDFNumber && dict.get(name('Pg')) !== undefined;
    const one = elementOf(subject, /^(P|H[1-6]|TD|LBody)$/, isPlain);
    const page = one.get(name('Pg'));
    const other = elementOf(
      subject,
      /^(P|H[1-6]|TD|LBody)$/,
      (dict) => isPlain(dict) && dict !== one && dict.get(name('Pg')) === page,
    );
    const kept = one.get(name('K'))!;
    one.set(name('K'), other.get(name('K'))!);
    other.set(name('K'), kept);
  }),
  of('numbering-of-list', (subject) =>
    elementOf(subject, /^L$/, (dict) => nameOf(listOf(listOf(dict, 'K')[0], 'K')[0], 'S') === 'Lbl').set(
      name('A'),
      subject.file.context.obj({ O: 'List', ListNumbering: 'Disc' } as never),
    ),
  ),
];
