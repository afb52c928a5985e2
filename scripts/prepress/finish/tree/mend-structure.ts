import {
  isElement,
  isMarkedContent,
  isObjectReference,
  type StructureElement,
  type StructureKid,
} from '../../read/read-structure.js';

/** Types that group blocks and have no text of their own. */
const groups = new Set('StructTreeRoot Document Part Art Sect Div BlockQuote Aside Note'.split(' '));
/** Inline types. */
const inline = new Set(['Span', 'Em', 'Strong', 'Code', 'Link', 'Ruby', 'RB', 'RT', 'Quote', 'Reference']);
/** Elements that matter even when they are empty: a table must keep its cells. */
const kept = new Set(['TD', 'TH', 'TR', 'Table', 'Figure', 'Document', 'StructTreeRoot']);

/**
 * Turns the browser's tree, one NonStruct per box, into the tree that PDF/UA-1 requires. In place. `isDecoration` tells
 * the sequences that paint nothing to be read.
 */
export function mendStructure(
  root: StructureElement,
  isDecoration: (page: number, mcid: number) => boolean,
): void {
  mend(root, isDecoration);
  adopt(root);
}

function mend(element: StructureElement, isDecoration: (page: number, mcid: number) => boolean): void {
  const kids: StructureKid[] = [];
  const isGroup = groups.has(element.type) || isBoxOfBoxes(element);
  for (const kid of element.kids) {
    if (isMarkedContent(kid)) {
      if (element.type === 'Figure' || !isDecoration(kid.page, kid.mcid)) kids.push(kid);
    } else if (isElement(kid)) {
      mend(kid, isDecoration);
      kids.push(...settle(kid, element.type, isGroup));
    } else kids.push(kid);
  }
  element.kids = kids;
  arrange(element);
}

/** True for a <div> with only elements and no text: an unnamed group. */
function isBoxOfBoxes(element: StructureElement): boolean {
  return element.type === 'NonStruct' && element.kids.every((kid) => isElement(kid) && !isTextBox(kid));
}

/** True for the browser's element around text between two tags. */
function isTextBox(element: StructureElement): boolean {
  return element.type === 'NonStruct' && element.kids.every(isMarkedContent);
}

/** The replacement of a kid in its parent: itself, its kids, or nothing. */
function settle(kid: StructureElement, parentType: string, isInGroup: boolean): StructureKid[] {
  if (kid.kids.length === 0 && !kept.has(kid.type)) return [];
  // For content hidden from readers, a table's repeated head, the browser keeps the readings without their base.
  if (kid.type === 'RT' && parentType !== 'Ruby') return [];
  if (kid.type !== 'NonStruct') return [kid];
  if (kid.kids.some(isObjectReference)) kid.type = 'Link';
  else if (parentType === 'Ruby') kid.type = 'RB';
  else if (isInGroup && isInline(kid) && !isTextBox(kid)) kid.type = 'P';
  else if (kid.lang !== undefined) {
    kid.type = isInline(kid) ? 'Span' : 'Div';
    arrange(kid);
  } else return kid.kids;
  return [kid];
}

/** True if an element contains text and not blocks. */
function isInline(element: StructureElement): boolean {
  return element.kids.every((kid) => !isElement(kid) || inline.has(kid.type));
}

/** Puts an element's kids into the shape that its type prescribes. */
function arrange(element: StructureElement): void {
  if (element.type === 'LI') arrangeItem(element);
  else if (element.type === 'Figure') arrangeFigure(element);
  else if (groups.has(element.type)) wrapLooseText(element);
}

/** LI contains only Lbl and LBody (ISO 32000-1 §14.8.4.3.3). */
function arrangeItem(item: StructureElement): void {
  const labels = item.kids.filter((kid) => isElement(kid) && kid.type === 'Lbl');
  const rest = item.kids.filter((kid) => !labels.includes(kid));
  const isArranged = rest.length === 0 || rest.every((kid) => isElement(kid) && kid.type === 'LBody');
  if (!isArranged) item.kids = [...labels, wrap(item, 'LBody', rest)];
}

/** <figure> around one <img>: one Figure, which has the picture's description. */
function arrangeFigure(figure: StructureElement): void {
  const pictures = figure.kids.filter((kid) => isElement(kid) && kid.type === 'Figure');
  const [picture] = pictures as StructureElement[];
  if (!picture || figure.alt !== undefined) return;
  if (pictures.length > 1) {
    figure.type = 'Div';
    return;
  }
  figure.alt = picture.alt;
  figure.kids = figure.kids.flatMap((kid) => (kid === picture ? picture.kids : [kid]));
}

/** Turns text beside blocks in a group into a paragraph. */
function wrapLooseText(group: StructureElement): void {
  const kids: StructureKid[] = [];
  let line: StructureKid[] = [];
  const end = () => {
    if (line.length > 0) kids.push(wrap(group, 'P', line));
    line = [];
  };
  for (const kid of group.kids) {
    if (isElement(kid) && !inline.has(kid.type)) {
      end();
      kids.push(kid);
      continue;
    }
    // The browser omits a <p> that contains only a link set as a block: a line of the contents.
    if (isLink(kid) && line.every(isLink)) end();
    line.push(kid);
  }
  end();
  group.kids = kids;
}

function isLink(kid: StructureKid): boolean {
  return isElement(kid) && kid.type === 'Link';
}

function wrap(parent: StructureElement, type: string, kids: StructureKid[]): StructureElement {
  return { type, lang: undefined, alt: undefined, parent, kids, dict: undefined };
}

function adopt(element: StructureElement): void {
  for (const kid of element.kids) {
    if (!isElement(kid)) continue;
    kid.parent = element;
    adopt(kid);
  }
}
