/** The content of a piece, even if it is not in the page yet. */
export interface PieceContent {
  /** Its text, as a person reads it. */
  text: string;
  /** True if an edit made some of it. */
  hasMarks: boolean;
  /** Its elements. */
  make: () => (Node | undefined)[];
}

const contents = new WeakMap<Element, PieceContent>();
/** Pieces out of sight have a height but no elements, so that the text of a year opens as fast as that of a day. */
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

/** Distance from the window within which pieces are filled, in px: one turn of the wheel. */
const marginPx = 1_200;
/** Characters of the longest proof that is filled whole: a page of a newspaper. */
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
    /** Call this with each new state: it fills what is in sight at once, so that nobody sees an empty piece. */
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
