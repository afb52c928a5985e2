/** Hits and misses of a yes-or-no question. */
export interface Tally {
  hit: number;
  missed: number;
  extra: number;
}

/** Calibration: the number of borders decided with about this confidence, and of those decided correctly. */
export interface Bin {
  count: number;
  right: number;
  confidence: number;
}

/** Counts of one page or many; figures are computed from sums, never from means of means. */
export interface Counts extends Tally {
  pages: number;
  gaps: number;
  paragraphs: number;
  exact: number;
  spaceErrors: number;
  titles: number;
  titlesRight: number;
  jumps: number;
  jumpsRight: number;
  /** Number of printed lines, and of those that are the same when set again. */
  lines: number;
  linesSame: number;
  certain: number;
  certainRight: number;
  open: number;
  openRight: number;
  roles: Record<string, Tally>;
  /** Borders by source of the words. */
  sources: Record<string, Tally>;
  bins: Bin[];
}

export function newCounts(): Counts {
  return {
    pages: 0,
    gaps: 0,
    hit: 0,
    missed: 0,
    extra: 0,
    paragraphs: 0,
    exact: 0,
    spaceErrors: 0,
    titles: 0,
    titlesRight: 0,
    jumps: 0,
    jumpsRight: 0,
    lines: 0,
    linesSame: 0,
    certain: 0,
    certainRight: 0,
    open: 0,
    openRight: 0,
    roles: {},
    sources: {},
    bins: [],
  };
}

export function addCounts(sum: Counts, counts: Counts): void {
  const { roles, sources, bins, ...numbers } = counts;
  for (const key of Object.keys(numbers) as (keyof typeof numbers)[]) sum[key] += counts[key];
  for (const [role, one] of Object.entries(roles)) addTally(tallyIn(sum.roles, role), one);
  for (const [source, one] of Object.entries(sources)) addTally(tallyIn(sum.sources, source), one);
  bins.forEach((bin, at) => {
    sum.bins[at] ??= { count: 0, right: 0, confidence: 0 };
    const own = sum.bins[at];
    own.count += bin.count;
    own.right += bin.right;
    own.confidence += bin.confidence;
  });
}

function addTally(sum: Tally, { hit, missed, extra }: Tally): void {
  sum.hit += hit;
  sum.missed += missed;
  sum.extra += extra;
}

export function tallyIn(tallies: Record<string, Tally>, name: string): Tally {
  tallies[name] ??= { hit: 0, missed: 0, extra: 0 };
  return tallies[name];
}

export function f1({ hit, missed, extra }: Tally): number {
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + missed + extra);
}

/** Mean over the roles in the truth. */
export function macroF1({ roles }: Counts): number {
  const own = Object.values(roles).filter(({ hit, missed }) => hit + missed > 0);
  return own.reduce((sum, role) => sum + f1(role), 0) / Math.max(1, own.length);
}

/** Expected calibration error of the borders' confidences. */
export function calibrationError({ bins }: Counts): number {
  const all = bins.reduce((sum, bin) => sum + (bin?.count ?? 0), 0);
  return bins.reduce(
    (sum, bin) => sum + (bin?.count ? Math.abs(bin.right - bin.confidence) / Math.max(1, all) : 0),
    0,
  );
}
