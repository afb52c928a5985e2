import { element } from '../controls/element.browser.js';
import { addressOf } from '../controls/talk.browser.js';
import type { Proof } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { newPictureView } from './picture-view.browser.js';
import { placeOnPage } from './place-on-page.browser.js';

/** A line fills this share of the frame at first, so that its surroundings are visible as well. */
const lineShare = 0.8;
const largest = 2;

/**
 * 原版图像: the picture of the printed page, above the doubts, at the line of the caret. The line is located by its box if
 * the source has one, or else by the share of lines above it. A click moves the caret to a line.
 */
export function newPagePicture(reach: (at: number) => void) {
  let proof: Proof | undefined;
  let issue = '';
  let at = 0;
  const view = newPictureView({
    alt: say('scan'),
    usual: (picture, width) => {
      const box = proof && placeOnPage(proof, at, picture)?.box;
      return box ? Math.min(largest, (width * lineShare) / Math.max(1, box.right - box.left)) : 1;
    },
    pressed: (x, y) => {
      const found = proof && lineAt(proof, at, { x, y, picture: view.picture });
      if (found !== undefined) reach(found);
    },
  });
  const root = element(
    'details',
    { class: 'page-picture', open: true, hidden: true },
    element('summary', {}, say('scan')),
    view.root,
  );
  const show = () => {
    const place = proof && placeOnPage(proof, at, view.picture);
    if (place && view.picture.naturalWidth) view.mark(place.box, place.isKnown);
  };
  const load = () => {
    if (!proof) return;
    const { scans, places } = proof;
    const page = placeOnPage(proof, at, view.picture)?.page ?? 0;
    const name = scans[Math.min(page, scans.length - 1)];
    root.hidden = name === undefined;
    if (name === undefined) return;
    view.load(
      `${addressOf('/scan', { issue })}&${new URLSearchParams({ name })}`,
      places?.pages[page]?.angle ?? 0,
    );
    show();
  };
  view.picture.addEventListener('load', show);
  root.addEventListener('toggle', show);
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

/** The beginning of the line at a point of the visible page. */
function lineAt(proof: Proof, at: number, { x, y, picture }: Click): number | undefined {
  const page = placeOnPage(proof, at, picture)?.page;
  return proof.places?.lines
    .filter((one) => one.page === page)
    .find(({ start }) => {
      const box = placeOnPage(proof, start, picture)?.box;
      return box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    })?.start;
}
