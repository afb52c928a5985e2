import { iconButton } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import { addressOf } from '../controls/talk.browser.js';
import type { Proof } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { placeOnPage } from './place-on-page.browser.js';

/** A line fills this share of the window at first: what stands beside it is in sight as well. */
const lineShare = 0.8;
const steps = [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8];

/**
 * 原版图像: the picture of the printed page over the doubts, at the line of the caret: by its box where the source knows
 * it, else by the share of lines above it. A click goes to the line.
 */
export function newPagePicture(reach: (at: number) => void) {
  const picture = element('img', { alt: say('scan') });
  const line = element('div', { class: 'picture-line', hidden: true });
  const frame = element(
    'div',
    { class: 'picture-frame', tabindex: '0', role: 'region', 'aria-label': say('scan') },
    element('div', { class: 'picture-page' }, picture, line),
  );
  let proof: Proof | undefined;
  let issue = '';
  let at = 0;
  /** Chosen by a person; until then the line's own. */
  let zoom: number | undefined;
  let scale = 1;
  const zoomBy = (by: 1 | -1) => {
    zoom =
      (by > 0 ? steps.find((step) => step > scale * 1.01) : steps.findLast((step) => step < scale * 0.99)) ??
      scale;
    lay();
  };
  const root = element(
    'details',
    { class: 'page-picture', open: true, hidden: true },
    element('summary', {}, say('scan')),
    element(
      'div',
      { class: 'picture-tools' },
      iconButton('minus', `${say('scan')}: ${say('zoomOut')}`, () => zoomBy(-1)),
      iconButton('plus', `${say('scan')}: ${say('zoomIn')}`, () => zoomBy(1)),
    ),
    frame,
  );
  const lay = () => {
    const place = proof && placeOnPage(proof, at, picture);
    if (!place || !picture.naturalWidth) return;
    const { left, top, right, bottom } = place.box;
    scale = zoom ?? Math.min(2, (frame.clientWidth * lineShare) / Math.max(1, right - left));
    picture.style.setProperty('--width', `${picture.naturalWidth * scale}px`);
    line.hidden = !place.isKnown;
    const edges = { '--left': left, '--top': top, '--across': right - left, '--down': bottom - top };
    for (const [name, value] of Object.entries(edges)) line.style.setProperty(name, `${value * scale}px`);
    frame.scrollTo({
      left: ((left + right) / 2) * scale - frame.clientWidth / 2,
      top: ((top + bottom) / 2) * scale - frame.clientHeight / 2,
      behavior: 'instant',
    });
  };
  const load = () => {
    if (!proof) return;
    const { scans } = proof;
    const page = placeOnPage(proof, at, picture)?.page ?? 0;
    const name = scans[Math.min(page, scans.length - 1)];
    root.hidden = name === undefined;
    if (name === undefined) return;
    const address = `${addressOf('/scan', { issue })}&${new URLSearchParams({ name })}`;
    if (picture.getAttribute('src') === address) lay();
    else picture.src = address;
  };
  picture.addEventListener('load', lay);
  root.addEventListener('toggle', lay);
  picture.addEventListener('click', ({ offsetX, offsetY }) => {
    const found = proof && lineAt(proof, at, { x: offsetX / scale, y: offsetY / scale, picture });
    if (found !== undefined) reach(found);
  });
  return {
    root,
    show(now: Proof | undefined, of: string): void {
      [proof, issue] = [now, of];
      if (now) load();
      else root.hidden = true;
    },
    /** Follows the caret. */
    follow(place: number | undefined): void {
      if (place === undefined || place < 0 || place === at) return;
      at = place;
      load();
    },
  };
}

interface Click {
  x: number;
  y: number;
  picture: HTMLImageElement;
}

/** The beginning of the line at a point of the page that is shown. */
function lineAt(proof: Proof, at: number, { x, y, picture }: Click): number | undefined {
  const page = placeOnPage(proof, at, picture)?.page;
  return proof.places?.lines
    .filter((one) => one.page === page)
    .find(({ start }) => {
      const box = placeOnPage(proof, start, picture)?.box;
      return box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    })?.start;
}
