/** One measured point: a tool and a book. */
export interface Point {
  tool: string;
  pages: number;
  seconds: number;
}

const width = 680;
const height = 400;
const margin = { left: 56, right: 190, top: 24, bottom: 44 };
/** Dark and distinct colours, also for colour-blind readers. */
const colours = ['#c0392b', '#222222', '#2471a3', '#7d3c98', '#117a65', '#b9770e'];

/** A chart of seconds over pages, both logarithmic, one line per tool, as SVG. */
export function scaleChart(points: readonly Point[]): string {
  const tools = [...new Set(points.map(({ tool }) => tool))];
  const x = logScale(
    points.map(({ pages }) => pages),
    margin.left,
    width - margin.right,
  );
  const y = logScale(
    points.map(({ seconds }) => seconds),
    height - margin.bottom,
    margin.top,
  );
  const lines = tools.map((tool, index) => {
    const own = points.filter((point) => point.tool === tool);
    const at = own.map(({ pages, seconds }) => `${x(pages)},${y(seconds)}`);
    const colour = colours[index % colours.length]!;
    const last = own.at(-1)!;
    const dots = own.map(
      ({ pages, seconds }) => `<circle cx="${x(pages)}" cy="${y(seconds)}" r="3" fill="${colour}"/>`,
    );
    return `<polyline points="${at.join(' ')}" fill="none" stroke="${colour}" stroke-width="${index === 0 ? 2.5 : 1.5}"/>${dots.join('')}<text x="${x(last.pages) + 8}" y="${y(last.seconds) + 4}" fill="${colour}">${tool} ${round(last.seconds)} s</text>`;
  });
  const sizes = [...new Set(points.map(({ pages }) => pages))];
  const ticks = sizes.map(
    (pages) => `<text x="${x(pages)}" y="${height - 24}" text-anchor="middle">${pages}</text>`,
  );
  const seconds = [1, 10, 100, 1000].filter((value) =>
    inside(
      value,
      points.map((point) => point.seconds),
    ),
  );
  const rules = seconds.map(
    (value) =>
      `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/><text x="${margin.left - 8}" y="${y(value) + 4}" text-anchor="end">${value} s</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Seconds to make a PDF, by pages and tool"><rect width="${width}" height="${height}" fill="white"/>${rules.join('')}${lines.join('')}${ticks.join('')}<text x="${(margin.left + width - margin.right) / 2}" y="${height - 6}" text-anchor="middle">pages</text></svg>\n`;
}

function inside(value: number, all: readonly number[]): boolean {
  return value >= Math.min(...all) / 3 && value <= Math.max(...all) * 3;
}

function logScale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  const span = high - low || 1;
  return (value) => round(from + ((Math.log(value) - low) / span) * (to - from));
}

const round = (value: number) => Math.round(value * 10) / 10;
