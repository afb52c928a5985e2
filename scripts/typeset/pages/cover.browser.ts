/** Squares a side in which a picture is looked at. */
const squares = 24;
/** Share of the darkest and of the brightest squares that does not count: a lamp, a shadow. */
const extreme = 0.05;
/**
 * 1.05 × 0.05: a ground whose brightness reaches as far below as above it is read as well in black as in white (WCAG
 * 2).
 */
const middle = 0.0525;

/**
 * 封面底图: on a picture that a sheet has put behind the cover, type is white where that is read better than black. A
 * sheet that sets a colour itself keeps it.
 */
export async function colourCover(root: Element): Promise<void> {
  const cover = root.querySelector<HTMLElement>('.cover');
  if (!cover) return;
  const { color, backgroundImage } = getComputedStyle(cover);
  const source = /url\("(data:image\/[^"]+)"\)/.exec(backgroundImage)?.[1];
  if (source === undefined || color !== 'rgb(0, 0, 0)') return;
  const levels = await brightnessOf(source);
  const at = (share: number) => levels[Math.floor(share * (levels.length - 1))] ?? 1;
  if ((at(extreme) + 0.05) * (at(1 - extreme) + 0.05) < middle) cover.style.color = '#fff';
}

/** Relative luminance of the squares of a picture, 0 … 1, sorted; none of one that cannot be read. */
async function brightnessOf(source: string): Promise<number[]> {
  const picture = new Image();
  picture.src = source;
  try {
    await picture.decode();
  } catch {
    return [];
  }
  const canvas = new OffscreenCanvas(squares, squares);
  const context = canvas.getContext('2d')!;
  // The paper shows through it.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, squares, squares);
  context.drawImage(picture, 0, 0, squares, squares);
  const { data } = context.getImageData(0, 0, squares, squares);
  const linear = (at: number) => (data[at]! / 255) ** 2.2;
  const levels: number[] = [];
  for (let at = 0; at < data.length; at += 4)
    levels.push(0.2126 * linear(at) + 0.7152 * linear(at + 1) + 0.0722 * linear(at + 2));
  return levels.sort((one, other) => one - other);
}

/** A step by which the stories of a cover are set smaller, and the least size: 五号 becomes 六号. */
const [step, least] = [0.05, 0.65];

/**
 * 封面 is one page: where long titles, large readings or a small sheet leave too little room, the stories that it names
 * are set smaller.
 */
export function fitCover(root: Element): void {
  const cover = root.querySelector<HTMLElement>('.cover');
  const stories = cover?.querySelector<HTMLElement>('.highlights');
  if (!cover || !stories) return;
  for (let size = 1 - step; size >= least && isOverfull(cover); size -= step) stories.style.zoom = `${size}`;
}

const isOverfull = ({ scrollHeight, clientHeight }: Element) => scrollHeight > clientHeight;
