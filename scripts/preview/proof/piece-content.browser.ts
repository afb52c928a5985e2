/** Content of a piece, whether it is in the page yet or not. */
export interface PieceContent {
  /** Its text, as a person reads it. */
  text: string;
  /** True if an edit made some of it. */
  hasMarks: boolean;
  /** Its elements. */
  make: () => (Node | undefined)[];
}

const contents = new WeakMap<Element, PieceContent>();
/** Those that are out of sight have a height and no elements: a text of a year opens like one of a day. */
const empty = new WeakSet<Element>();

/** Gives a piece its content, which `fill` puts into the page. */
export function giveContent(piece: HTMLElement, content: PieceContent): void {
  contents.set(piece, content);
  empty.add(piece);
  piece.setAttribute('data-empty', '');
}

/** Puts the elements of a piece into the page, unless they are there. */
export function fill(piece: HTMLElement): void {
  if (!empty.delete(piece)) return;
  piece.removeAttribute('data-empty');
  piece.append(
    ...contents
      .get(piece)!
      .make()
      .filter((node) => node !== undefined),
  );
}

/** The text of a piece. */
export const textOf = (piece: HTMLElement): string => contents.get(piece)?.text ?? '';

export const hasMarks = (piece: HTMLElement): boolean => contents.get(piece)?.hasMarks ?? false;

/** Distance from the window within which pieces are made ready, in px: what a wheel turns at once. */
const marginPx = 1_200;
/** Characters of a proof that is filled at once: a page of a newspaper. */
const filledAtOnce = 20_000;

/** Fills the pieces that come into sight. */
export function newFilling(root: HTMLElement) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) {
          observer.unobserve(target);
          fill(target as HTMLElement);
        }
    },
    { root, rootMargin: `${marginPx}px 0px` },
  );
  const emptyOnes = () => [...root.querySelectorAll<HTMLElement>('.piece[data-empty]')];
  return {
    /** To be called with each new state: fills what is in sight now, so that nobody sees it empty. */
    renew(): void {
      observer.disconnect();
      let characters = 0;
      for (const piece of root.querySelectorAll<HTMLElement>('.piece')) {
        if (characters >= filledAtOnce) break;
        characters += textOf(piece).length;
        fill(piece);
      }
      for (const piece of emptyOnes()) observer.observe(piece);
    },
    /** Fills what is in sight after a jump. */
    seen(): void {
      const { top, bottom } = root.getBoundingClientRect();
      const seen = emptyOnes().filter((piece) => {
        const box = piece.getBoundingClientRect();
        return box.bottom > top - marginPx && box.top < bottom + marginPx;
      });
      for (const piece of seen) fill(piece);
    },
  };
}
