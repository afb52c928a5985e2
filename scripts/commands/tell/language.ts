import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Language } from '../../article/words/sentence.js';
import { languageOf, languages } from '../../article/words/sentence.js';

/** The command line without its language option, and that language. */
export interface Spoken {
  argv: string[];
  language: Language;
}

/**
 * The language of messages: `--lang zh-Hans` anywhere on the command line, else the system's (LC_ALL before LC_MESSAGES
 * before LANG, as in POSIX): zh_CN, zh_SG and plain zh are Simplified, other zh Traditional, everything else English.
 *
 * @throws a usage problem for a language that chongpai does not speak.
 */
export function languageFrom(argv: readonly string[], env: NodeJS.ProcessEnv): Spoken {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const end = argv.indexOf('--');
  if (at < 0 || (end >= 0 && end < at)) return { argv: [...argv], language: ofSystem(env) };
  const word = argv[at]!;
  const asked = word.includes('=') ? word.slice(word.indexOf('=') + 1) : (argv[at + 1] ?? '');
  const rest = argv.filter((_, index) => index !== at && (word.includes('=') || index !== at + 1));
  return { argv: rest, language: languageNamed(asked) };
}

function languageNamed(asked: string): Language {
  const tag = asked.replaceAll('_', '-');
  const names = Object.keys(languages) as Language[];
  const found = names.find((name) => name.toLowerCase() === tag.toLowerCase());
  if (found) return found;
  if (/^zh\b/i.test(tag)) return ofLocale(tag);
  throw problem(say('unknown-language', asked, names.join(', ')), { ruleId: 'usage' });
}

const ofSystem = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language =>
  ofLocale(LC_ALL || LC_MESSAGES || LANG || '');

/** zh_TW.UTF-8 → zh-Hant. */
function ofLocale(locale: string): Language {
  const tag = locale.replace(/[.@].*$/, '').replaceAll('_', '-');
  if (!/^zh\b/i.test(tag)) return 'en';
  if (/-Han[st]\b/i.test(tag)) return languageOf(tag);
  return /^zh(?:-(?:CN|SG))?$/i.test(tag) ? 'zh-Hans' : 'zh-Hant';
}
