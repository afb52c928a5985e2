import { iconButton } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import { say } from '../words/say.browser.js';

/** A rectangle of a picture, in its own pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const steps = [0.1, 0.17, 0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8];

interface ViewParts {
  alt: string;
  /** The scale until a person chooses one; `width` is the width of the frame in px. */
  usual: (picture: HTMLImageElement, width: number) => number;
  /** Called with the point of the picture that was pressed. */
  pressed?: (x: number, y: number) => void;
}

/**
 * 原版图像: a picture of a printed page in a frame. Buttons, the wheel with Ctrl, and a double click zoom around the place
 * that a person looks at.
 */
export function newPictureView({ alt, usual, pressed }: ViewParts) {
  const picture = element('img', { alt, loading: 'lazy' });
  const line = element('div', { class: 'picture-line', hidden: true });
  const frame = element(
    'div',
    { class: 'picture-frame', tabindex: '0', role: 'region', 'aria-label': alt },
    element('div', { class: 'picture-page' }, picture, line),
  );
  let zoom: number | undefined;
  let scale = 1;
  let marked: { box: Box; isKnown: boolean } | undefined;
  const lay = () => {
    if (!picture.naturalWidth || !frame.clientWidth) return;
    scale = zoom ?? usual(picture, frame.clientWidth);
    picture.style.setProperty('--width', `${picture.naturalWidth * scale}px`);
    line.hidden = !marked?.isKnown;
    if (!marked) return;
    const { left, top, right, bottom } = marked.box;
    const edges = { '--left': left, '--top': top, '--across': right - left, '--down': bottom - top };
    for (const [name, value] of Object.entries(edges)) line.style.setProperty(name, `${value * scale}px`);
  };
  const centre = (x: number, y: number) =>
    frame.scrollTo({
      left: x * scale - frame.clientWidth / 2,
      top: y * scale - frame.clientHeight / 2,
      behavior: 'instant',
    });
  /** Zooms to the next step and keeps a point of the picture at its place in the frame. */
  const zoomBy = (by: 1 | -1, at?: { x: number; y: number }) => {
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = frame;
    const inFrame = at ?? { x: clientWidth / 2, y: clientHeight / 2 };
    const [x, y] = [(scrollLeft + inFrame.x) / scale, (scrollTop + inFrame.y) / scale];
    zoom =
      (by > 0 ? steps.find((step) => step > scale * 1.01) : steps.findLast((step) => step < scale * 0.99)) ??
      scale;
    lay();
    frame.scrollTo({ left: x * scale - inFrame.x, top: y * scale - inFrame.y, behavior: 'instant' });
  };
  const inFrame = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = frame.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? 1 : -1, inFrame(event));
    },
    { passive: false },
  );
  frame.addEventListener('dblclick', (event) => zoomBy(event.shiftKey ? -1 : 1, inFrame(event)));
  picture.addEventListener('click', ({ offsetX, offsetY }) => pressed?.(offsetX / scale, offsetY / scale));
  picture.addEventListener('load', () => {
    lay();
    if (marked) centreOn(marked.box);
  });
  new ResizeObserver(lay).observe(frame);
  const centreOn = ({ left, top, right, bottom }: Box) => centre((left + right) / 2, (top + bottom) / 2);
  return {
    picture,
    root: element(
      'div',
      { class: 'picture-view' },
      element(
        'div',
        { class: 'picture-tools' },
        iconButton('minus', `${alt}: ${say('zoomOut')}`, () => zoomBy(-1)),
        iconButton('plus', `${alt}: ${say('zoomIn')}`, () => zoomBy(1)),
      ),
      frame,
    ),
    lay,
    /** Loads a picture; `angle` is the slope of its lines in degrees. */
    load(address: string, angle = 0): void {
      picture.style.rotate = angle === 0 ? '' : `${-angle}deg`;
      if (picture.getAttribute('src') !== address) picture.src = address;
    },
    /** Shows a place, with its box if that is known. */
    mark(box: Box, isKnown: boolean): void {
      marked = { box, isKnown };
      lay();
      centreOn(box);
    },
  };
}
