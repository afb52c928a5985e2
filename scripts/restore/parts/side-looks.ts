import { foldLine } from '../../text/fold.js';
import { opensWithDateline } from '../../text/press/datelines.js';
import { isClosing } from '../../text/press/documents.js';
import { saysWhen } from '../../text/press/half-sentences.js';
import { isDay } from '../../text/press/imprint.js';
import { isContinuedOn } from '../../text/press/jumps.js';
import {
  endsWithCredit,
  gluedBylineAt,
  gluedCaptionAt,
  isByline,
  isCredit,
  isPenName,
  opensCaption,
  opensWithReporter,
} from '../../text/press/names.js';
import { endsSigned, looksLikeNames, looksLikeTail } from '../../text/press/tails.js';
import { feature } from './feature.js';
import type { Look } from './view.js';

const lookOf = (name: string): Look => ({
  own: feature(name),
  before: feature(`before: ${name}`),
  after: feature(`after: ${name}`),
});

const sides = {
  dateline: lookOf('dateline'),
  byline: lookOf('byline'),
  reporter: lookOf('reporter'),
  penName: lookOf('pen name'),
  names: lookOf('names'),
  tail: lookOf('tail'),
  dateAlone: lookOf('date alone'),
  closing: lookOf('closing'),
  field: lookOf('field'),
  caption: lookOf('caption'),
  credit: lookOf('credit'),
  endsWithCredit: lookOf('ends with credit'),
  endsWithPhotographer: lookOf('ends with 摄'),
  placesOfPersons: lookOf('places of persons'),
  gluedCaption: lookOf('glued caption'),
  gluedByline: lookOf('glued byline'),
  jump: lookOf('jump'),
  signed: lookOf('signed'),
  saysWhen: lookOf('says when'),
};

/** Looks that matter for neighbouring lines as well. */
export function sideLooks(text: string): Look[] {
  const looks: Look[] = [];
  if (opensWithDateline(text)) looks.push(sides.dateline);
  if (isByline(text)) looks.push(sides.byline);
  else if (opensWithReporter(text)) looks.push(sides.reporter);
  if (isPenName(text)) looks.push(sides.penName);
  if (looksLikeNames(text)) looks.push(sides.names);
  if (looksLikeTail(text)) looks.push(sides.tail);
  if (isDay(text)) looks.push(sides.dateAlone);
  if (isClosing(text)) looks.push(sides.closing);
  if (field.test(foldLine(text))) looks.push(sides.field);
  if (opensCaption(text)) looks.push(sides.caption);
  if (isCredit(text)) looks.push(sides.credit);
  else if (endsWithCredit(text)) looks.push(sides.endsWithCredit);
  if (/摄）?$/u.test(foldLine(text).slice(-3))) looks.push(sides.endsWithPhotographer);
  if (/（[前后]?[左右中][一二三四五六七八九十]?）/u.test(foldLine(text))) looks.push(sides.placesOfPersons);
  if (gluedCaptionAt(text) > 0) looks.push(sides.gluedCaption);
  else if (gluedBylineAt(text) > 0) looks.push(sides.gluedByline);
  if (isContinuedOn(text)) looks.push(sides.jump);
  if (endsSigned(text)) looks.push(sides.signed);
  if (saysWhen(text)) looks.push(sides.saysWhen);
  return looks;
}

/** 栏目与内容: a field of a form and its value. */
const field = /^[^，。；：！？“]{2,8}：[^，。；！？]{1,40}$/u;
