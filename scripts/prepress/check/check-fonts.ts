import type { Finding } from '../finding.js';
import type { PdfFont } from '../read/read-font.js';

const fontRemedy =
  'Let the book use static TrueType fonts that have all its characters; no variable, OpenType-CFF or synthetic face.';

/** Fonts that make a bad text layer: Type 3, or not in the file. */
export function checkFonts(fonts: Iterable<PdfFont>): Finding[] {
  const findings: Finding[] = [];
  for (const font of fonts) {
    const known = [...new Set(font.toUnicode?.values() ?? [])].slice(0, 12).join('');
    if (font.type === 'Type3') {
      findings.push({
        rule: 'type3-font',
        characters: known,
        message: `Unexpected Type 3 font ${font.name}${known ? ` for “${known}”` : ''}, expected TrueType`,
        remedy: fontRemedy,
      });
    } else if (!font.isEmbedded) {
      findings.push({
        rule: 'font-not-embedded',
        message: `Unexpected font ${font.name} that is not embedded`,
        remedy: fontRemedy,
      });
    }
  }
  return findings;
}
