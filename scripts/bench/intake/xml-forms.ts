import type { Box } from '../../article/layout.js';
import { cornersOf, escaped, type FoundPage, pixels, type ResultForm, scaled } from './result-form.js';

/** Styles of lines by size and weight, numbered in the order of their first line. */
function stylesOf(pages: readonly FoundPage[]): Map<string, number> {
  const keys = pages.flatMap(({ lines }) => lines.map(styleOf));
  return new Map([...new Set(keys)].map((key, index) => [key, index]));
}

const styleOf = ({ size, isBold = false }: FoundPage['lines'][number]) => `${size.toFixed(2)} ${isBold}`;

/** ALTO as archives' programs write it: styles of their own, illustrations and graphical elements beside the text. */
export function alto(unit: string, scale: number, version: number): ResultForm {
  const placeOf = (box: Box) => {
    const [x1, y1, x2, y2] = scaled(box, scale);
    return `HPOS="${x1}" VPOS="${y1}" WIDTH="${x2 - x1}" HEIGHT="${y2 - y1}"`;
  };
  const pageOf = (page: FoundPage, index: number, styles: ReadonlyMap<string, number>) =>
    `<Page ID="P${index}" PHYSICAL_IMG_NR="${index + 1}" WIDTH="${Math.round(page.width * scale)}" HEIGHT="${Math.round(page.height * scale)}"><PrintSpace><TextBlock ID="B${index}">${page.lines
      .map(
        (line) =>
          `<TextLine ${placeOf(line.box)} STYLEREFS="S${styles.get(styleOf(line))}"><String ${placeOf(line.box)} CONTENT="${escaped(line.text)}" WC="0.98"/></TextLine>`,
      )
      .join('\n')}</TextBlock>${(page.pictures ?? [])
      .map((box, at) => `<Illustration ID="I${index}-${at}" ${placeOf(box)}/>`)
      .join(
        '',
      )}${(page.rules ?? []).map((box, at) => `<GraphicalElement ID="G${index}-${at}" ${placeOf(box)}/>`).join('')}</PrintSpace></Page>`;
  return {
    id: `ALTO ${version} in ${unit}`,
    lacks: [],
    write: (pages) => {
      const styles = stylesOf(pages);
      const written = [...styles].map(([key, id]) => {
        const [size, isBold] = key.split(' ');
        return `<TextStyle ID="S${id}" FONTSIZE="${size}"${isBold === 'true' ? ' FONTSTYLE="bold"' : ''}/>`;
      });
      return `<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v${version}#"><Description><MeasurementUnit>${unit}</MeasurementUnit></Description><Styles>${written.join('')}</Styles><Layout>${pages.map((page, index) => pageOf(page, index, styles)).join('\n')}</Layout></alto>\n`;
    },
  };
}

const coordsOf = (box: Box) =>
  `<Coords points="${cornersOf(scaled(box, pixels))
    .map((point) => point.join(','))
    .join(' ')}"/>`;

/** PAGE with the styles, images and separators that its schema has room for. */
export function pageXml(date: string): ResultForm {
  const lineOf = ({ text, box, size, isBold = false }: FoundPage['lines'][number], index: number) =>
    `<TextLine id="l${index}">${coordsOf(box)}<TextEquiv conf="0.97"><Unicode>${escaped(text)}</Unicode></TextEquiv><TextStyle fontSize="${size.toFixed(2)}" bold="${isBold}"/></TextLine>`;
  return {
    id: `PAGE ${date.slice(0, 4)}`,
    lacks: [],
    write: (pages) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/${date}">${pages
        .map(
          ({ width, height, lines, pictures = [], rules = [] }, index) =>
            `<Page imageFilename="${index}.png" imageWidth="${Math.round(width * pixels)}" imageHeight="${Math.round(height * pixels)}"><TextRegion id="r"><Coords points="0,0 1,1"/>${lines
              .map(lineOf)
              .join(
                '\n',
              )}</TextRegion>${pictures.map((box, at) => `<ImageRegion id="i${at}">${coordsOf(box)}</ImageRegion>`).join('')}${rules
              .map((box, at) => `<SeparatorRegion id="s${at}">${coordsOf(box)}</SeparatorRegion>`)
              .join('')}</Page>`,
        )
        .join('\n')}</PcGts>\n`,
  };
}
