import { names } from '../article/manuscript.js';
import { articleOf, type Unit } from './unit.js';

/** The languages of a file of units, as BCP 47 tags. */
export interface Languages {
  from: string;
  to: string;
}

/** XLIFF 2.1 (OASIS): one `file` an article, one `unit` a segment. Same units, same bytes. */
export function writeXliff(units: readonly Unit[], { from, to }: Languages): string {
  const articles = [...new Set(units.map(({ id }) => articleOf(id)))];
  const files = articles.map((article) => {
    const own = units.filter(({ id }) => articleOf(id) === article);
    return `  <file id="${escapeAttribute(article)}" original="${escapeAttribute(fileOf(article))}">\n${own.map(writeUnit).join('')}  </file>\n`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${from}" trgLang="${to}" xml:space="preserve">\n` +
    `${files.join('')}</xliff>\n`
  );
}

/** The names of an issue have its own file. */
const fileOf = (article: string) => (article === names.issue ? article : names.article(article));

function writeUnit({ id, kind, source, target, state, isFuzzy, formerSource }: Unit): string {
  const note =
    formerSource === undefined
      ? ''
      : `      <notes>\n        <note category="former-source">${escapeText(formerSource)}</note>\n      </notes>\n`;
  const fuzzy = isFuzzy ? ' subState="chongpai:fuzzy"' : '';
  const translation = target === undefined ? '' : `        <target>${escapeText(target)}</target>\n`;
  return (
    `    <unit id="${escapeAttribute(id)}" type="chongpai:${kind.replace(' ', '-')}">\n${note}` +
    `      <segment state="${state}"${fuzzy}>\n        <source>${escapeText(source)}</source>\n${translation}` +
    `      </segment>\n    </unit>\n`
  );
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

const escapeAttribute = (text: string) => text.replace(/[&<"]/g, (one) => entities[one] ?? '&quot;');

/** Characters that XML cannot hold are written the way XLIFF defines: <cp hex="001a"/>. */
function escapeText(text: string): string {
  return text
    .replace(/[&<>\r]/g, (character) => entities[character]!)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (character) => {
      return `<cp hex="${character.codePointAt(0)!.toString(16).padStart(4, '0')}"/>`;
    });
}
