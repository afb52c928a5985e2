import { isCjkPunctuation } from '../../text/characters.js';
import type { WrittenLink } from '../expect/written.js';
import { type Finding, placeName, positionOf } from '../finding.js';
import { type Box, isInside } from '../read/matrix.js';
import type { LinkAnnotation } from '../read/read-navigation.js';
import { isObjectReference, type StructureElement } from '../read/read-structure.js';
import { type Beginning, beginningOf } from './beginning-of.js';
import { linesOn } from './lines-of.js';
import { findingAt, type Paper, type Place } from './paper.js';

const remedy = 'Build again: the links are not the manuscript’s.';

/** A link with its page. */
interface Placed {
  link: LinkAnnotation;
  page: number;
}

/** 链接: every link of the book covers its words and leads where the manuscript says; there is no other. */
export function checkLinks(paper: Paper): Finding[] {
  const all = new Map<unknown, Placed>();
  paper.reading.pages.forEach(({ links }, page) => {
    for (const link of links) all.set(link.dict, { link, page });
  });
  const used = new Set<unknown>();
  const findings = paper.written.links.flatMap((written) => {
    if (written.end <= written.start) return [];
    const own = annotationsOf(paper, written, all);
    for (const { link } of own) used.add(link.dict);
    const problem = problemOf(paper, written, own);
    return problem ? [findingAt(paper, written.start, { rule: 'link', problem, remedy })] : [];
  });
  for (const { link, page } of all.values()) {
    if (used.has(link.dict)) continue;
    const position = positionOf(paper.reading.pages[page]!, link.box);
    const message = `Unexpected link to ${link.uri ?? link.name ?? 'a page'} on ${placeName(page + 1, position)}, which is not in the manuscript`;
    findings.push({ rule: 'link', page: page + 1, position, message, remedy });
  }
  return findings;
}

function annotationsOf(paper: Paper, { start, end }: WrittenLink, all: Map<unknown, Placed>): Placed[] {
  const found = new Set<Placed>();
  for (let at = start; at < end; at++)
    for (const dict of referencesOf(paper.elementOf(at))) {
      const placed = all.get(dict);
      if (placed) found.add(placed);
    }
  return [...found];
}

/** The annotations of the Link around a character. */
function referencesOf(element: StructureElement | undefined): unknown[] {
  for (let at = element; at; at = at.parent)
    if (at.type === 'Link') return at.kids.filter(isObjectReference).map(({ object }) => object);
  return [];
}

function problemOf(paper: Paper, written: WrittenLink, own: readonly Placed[]): string | undefined {
  if (own.length === 0) return `has lost its link to ${written.href}`;
  for (const { link } of own) {
    const problem = wrongTarget(paper, written, link);
    if (problem) return problem;
  }
  for (let at = written.start; at < written.end; at++)
    if (!isCovered(paper, at, own)) return `is no part of the area of its link to ${written.href}`;
  const beside = besideOf(paper, written, own);
  return beside && `has a link to ${written.href} that covers “${beside}”, too`;
}

/** Words that are covered by a link, and are not its own. */
function besideOf(paper: Paper, { start, end }: WrittenLink, own: readonly Placed[]): string | undefined {
  const { written } = paper;
  for (const { link, page } of own) {
    const [left, bottom, right, top] = link.box;
    for (const line of linesOn(paper, page)) {
      const [x, y] = [(line.left + line.right) / 2, (line.bottom + line.top) / 2];
      const isApart = line.isDown ? x < left || x > right : y < bottom || y > top;
      if (isApart || line.right < left || line.left > right) continue;
      for (let at = line.start; at < line.end; at++) {
        // A mark has white on one side or both, which its neighbours are moved into.
        const isFree = (at >= start && at < end) || isCjkPunctuation(written.characters[at]!);
        if (!isFree && isOverlapped(paper.placeOf(at), link.box))
          return written.characters.slice(at, at + 8).join('');
      }
    }
  }
  return undefined;
}

function wrongTarget(paper: Paper, { href }: WrittenLink, link: LinkAnnotation): string | undefined {
  if (!href.startsWith('#')) {
    const isSame = link.uri !== undefined && normal(link.uri) === normal(href);
    return isSame ? undefined : `leads to ${link.uri ?? 'a page'}, expected ${href}`;
  }
  const target = paper.written.ids.get(href.slice(1));
  const place = target && beginningOf(paper, target);
  if (!target || !place) return undefined;
  const found = link.destination;
  if (found?.page === place.page && isNear(found.y, place)) return undefined;
  const where = found ? `page ${found.page + 1}` : 'nowhere';
  const words = paper.written.characters.slice(target.start, target.start + 8).join('');
  return `leads to ${where}, expected “${words}” on page ${place.page + 1}`;
}

/** White space, a kicker or a picture may be between a target's upper edge and its first character. */
const isNear = (y: number | undefined, { bottom }: Beginning) =>
  y === undefined || bottom === undefined || y >= bottom - 2;

function normal(url: string): string {
  return URL.canParse(url) ? decodeURI(new URL(url).href) : url;
}

/** Most of a letter that a link to the words beside it may cover, in em. */
const mostOverlap = 0.3;

/** True if a link lies over the middle of a letter, or over much of one side. */
function isOverlapped({ left, bottom, right, top, size }: Place, box: Box): boolean {
  const [width, height] = [
    Math.min(right, box[2]) - Math.max(left, box[0]),
    Math.min(top, box[3]) - Math.max(bottom, box[1]),
  ];
  const most = mostOverlap * size;
  return width > Math.min(most, (right - left) / 2) && height > Math.min(most, (top - bottom) / 2);
}

/** A rectangle is as high as its line; letters may exceed it. */
function isCovered(paper: Paper, at: number, own: readonly Placed[]): boolean {
  const { page, left, right, bottom, top, size } = paper.placeOf(at);
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const centre: Box = [x, y, x, y];
  return own.some(({ link, page: on }) => on === page && isInside(centre, link.box, size / 4));
}
