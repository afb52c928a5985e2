/** For how many texts there is room at first: as many as a newspaper page has lines, a few times over. */
const fewest = 1 << 10;
/** At most: as many as a yearbook of nine megabytes has lines. Then all are forgotten. */
const most = 1 << 18;
/** So many texts may stand where another should: rows of a table that differ in a figure only, say. */
const mostBeside = 8;

/** The remembered texts, by their numbers; a text has one number for all questions. */
let texts: string[] = [];
/** Where each text is looked for, its number and 1. */
let places = new Int32Array(2 * fewest);
/** It changes when all texts are forgotten. */
let generation = 0;
/** The questions about one line, and about the line before it, follow each other. */
let [last, lastNumber] = ['', -1];
let [before, beforeNumber] = ['', -1];

/**
 * A question about a text that keeps its answers: the grammar asks the same of a line in several steps, each of which
 * goes through the whole source. The answers stand in the order of the lines: with a table for each question, in which
 * the text itself was looked for, to find an answer again took three times as long, and a twelfth of a restoration.
 *
 * @param ask must depend on the text alone, and its answers must not be changed
 */
export function remember<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  // `undefined` is not known yet; the answer `undefined` is written as this.
  const none = {};
  let answers: unknown[] = [];
  let own = generation;
  return (text) => {
    if (text.length === 0) return ask(text);
    const number = numberOf(text);
    if (own !== generation) [answers, own] = [[], generation];
    const known = number < answers.length ? answers[number] : undefined;
    if (known !== undefined) return (known === none ? undefined : known) as Answer;
    const found = ask(text);
    // The question may have asked others, and those forgotten all texts.
    if (own !== generation) return found;
    if (number >= answers.length) answers = grown(answers, number);
    answers[number] = found === undefined ? none : found;
    return found;
  };
}

/** The same list with room for another number, without holes, which the engine reads slowly. */
function grown(list: readonly unknown[], number: number): unknown[] {
  let length = fewest;
  while (length <= number) length *= 2;
  const more = new Array<unknown>(length).fill(undefined);
  for (let at = 0; at < list.length; at++) more[at] = list[at];
  return more;
}

/** A text's number among the remembered ones; a new one if it has none. */
function numberOf(text: string): number {
  if (text === last) return lastNumber;
  // The steps go from line to line, as the first of them did, which gave the numbers.
  const isNext = text === texts[lastNumber + 1];
  const number = text === before ? beforeNumber : isNext ? lastNumber + 1 : findNumber(text);
  [before, beforeNumber] = [last, lastNumber];
  [last, lastNumber] = [text, number];
  return number;
}

function findNumber(text: string): number {
  let place = placeOf(text);
  for (let beside = 0; beside < mostBeside && places[place] !== 0; beside++) {
    if (texts[places[place]! - 1] === text) return places[place]! - 1;
    place = (place + 1) & (places.length - 1);
  }
  if (texts.length === most) forget();
  else if (texts.length * 2 === places.length) spread();
  else return enter(text, place);
  return enter(text, placeOf(text));
}

function enter(text: string, place: number): number {
  texts.push(text);
  places[place] = texts.length;
  return texts.length - 1;
}

function forget(): void {
  generation++;
  texts = [];
  places = new Int32Array(2 * fewest);
  [last, before] = ['', ''];
  [lastNumber, beforeNumber] = [-1, -1];
}

/** Gives the texts twice as many places. */
function spread(): void {
  places = new Int32Array(2 * places.length);
  for (let number = 0; number < texts.length; number++) {
    let place = placeOf(texts[number]!);
    for (let beside = 0; beside < mostBeside && places[place] !== 0; beside++)
      place = (place + 1) & (places.length - 1);
    places[place] = number + 1;
  }
}

/** Eight characters of a text, and its last, tell where it is looked for. */
function placeOf(text: string): number {
  const { length } = text;
  const step = (length >> 3) + 1;
  let hash = Math.imul(length, 31) + text.charCodeAt(length - 1);
  for (let at = 0; at < length; at += step) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  return (Math.imul(hash, golden) >>> 8) & (places.length - 1);
}

/** Spreads the bits of a number over all: Knuth's multiplicative hashing by 2³² ÷ φ. */
const golden = 0x9e3779b1;
