import { isElement, type StructureElement } from '../../read/read-structure.js';

/** Tags of `tagFragments` for a note (`n3`) and its call (`r3`). */
const noteTag = /-x-([nr])(\d+)$/i;

/**
 * 脚注: turns each footnote into a Note with an id (PDF/UA-1 §7.9), with a Reference around the link that calls it. In
 * place; to be called while elements still have their private language tags.
 */
export function nameNotes(element: StructureElement): void {
  element.kids = element.kids.map((kid) => {
    if (!isElement(kid)) return kid;
    nameNotes(kid);
    const [, kind, number] = noteTag.exec(kid.lang ?? '') ?? [];
    if (kind === 'n') {
      kid.type = 'Note';
      kid.id = `note-${number}`;
    }
    if (kind !== 'r') return kid;
    const reference: StructureElement = {
      ...{ type: 'Reference', lang: undefined, alt: undefined, dict: undefined },
      parent: element,
      kids: [kid],
    };
    kid.parent = reference;
    return reference;
  });
}
