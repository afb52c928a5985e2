import type { CalledNote, Foot } from '../../typeset/pages/page-notes.browser.js';

/** Takes the notes that Paged.js has marked out of the text and leaves the calls that it would make. */
export function liftNotes(root: HTMLElement): CalledNote[] {
  return [...root.querySelectorAll<HTMLElement>('[data-note="footnote"]')].map((note) => {
    const ref = note.dataset.ref ?? '';
    const call = document.createElement('a');
    call.className = note.className;
    Object.assign(call.dataset, { footnoteCall: ref, ref, dataCounterFootnoteIncrement: '1' });
    call.href = `#note-${ref}`;
    note.replaceWith(call);
    keepTogether(note, call);
    delete note.dataset.breakBefore;
    note.style.removeProperty('break-before');
    note.dataset.footnoteMarker = ref;
    note.id = `note-${ref}`;
    return { call, note };
  });
}

/** `footnote-policy`: a note that must begin and end with the line, or the paragraph, that calls it. */
function keepTogether(note: HTMLElement, call: HTMLElement): void {
  const policy = note.dataset.notePolicy;
  if (policy === 'line' || policy === 'block') note.style.breakInside = 'avoid';
  if (policy === 'block') call.closest<HTMLElement>('p, li, div, section')!.style.breakInside = 'avoid';
}

const measuring = 'specs-measuring';

/** Makes a page's area of notes as high as its notes, which are measured in it. */
export function measureFoot(area: HTMLElement): Foot {
  const box = area.querySelector<HTMLElement>('.pagedjs_footnote_content')!;
  const list = area.querySelector<HTMLElement>('.pagedjs_footnote_inner_content')!;
  area.style.cssText = 'display: block; height: auto; overflow: visible';
  area.classList.add(measuring);
  box.classList.remove('pagedjs_footnote_empty');
  const { marginTop, marginBottom } = getComputedStyle(box);
  const around = Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
  return { box, list, around: Number.isFinite(around) ? around : 0 };
}

/** Makes a page's area of notes as high as the notes on it. Waiting notes stay in the foot, outside the page. */
export function closeFoot(area: HTMLElement, foot: Foot, notes: DocumentFragment | undefined): void {
  const { box, list, around = 0 } = foot;
  const waiting = document.createElement('div');
  waiting.append(...list.childNodes);
  foot.list = waiting;
  if (notes) list.append(notes);
  else box.classList.add('pagedjs_footnote_empty');
  const height = notes ? Math.ceil(box.getBoundingClientRect().height + around) : 0;
  area.removeAttribute('style');
  area.classList.remove(measuring);
  if (height > 0) area.parentElement!.style.setProperty('--pagedjs-footnotes-height', `${height}px`);
}
