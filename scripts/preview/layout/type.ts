import type { FontFace } from '../../article/edition.js';
import { subsetFonts } from '../../typeset/fonts/fonts.js';
import { troubleWords } from '../words/trouble-words.js';
import { words } from '../words/words.js';

const sans = (weight: number, style: string): FontFace => ({
  family: 'desk-sans',
  weight,
  file: `@expo-google-fonts/noto-sans-sc/${weight}${style}/NotoSansSC_${weight}${style}.ttf`,
});
const serif: FontFace = {
  family: 'desk-text',
  weight: 400,
  file: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
};
/** Latin text has its own quotation marks: those of the Chinese face are an em wide. */
const latin: FontFace = {
  family: 'desk-latin',
  weight: 400,
  file: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
};

/** Letters and figures that any file name or number may hold. */
const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32));
/** How white space, and nothing, are shown where it matters. */
const signs = '␣□↵∅→¶…·—';

/**
 * The desk's own type: every machine shows it the same, also one without a Chinese font. `shown` is what it
 * shows besides its own words, as any text.
 */
export async function deskType(shown: string): Promise<string> {
  const own = [Object.values(words), troubleWords].flat(2).join('');
  const { css } = await subsetFonts(
    [sans(400, 'Regular'), sans(600, 'SemiBold')],
    own + ascii + signs + shown,
  );
  return css;
}

/** Type for texts of a manuscript, outside of the pages. */
export async function textType(text: string): Promise<string> {
  const { css } = await subsetFonts([serif, latin], ascii + signs + text);
  return css;
}
