/** How many texts are remembered at first: as many as a newspaper page has lines, a few times over. */
const fewest = 1 << 10;
/** At most: as many as a yearbook of nine megabytes has lines; each takes two words. */
const most = 1 << 18;

/**
 * A question about a text that keeps its last answers: the grammar asks the same of a line in several steps, each of
 * which goes through the whole source. So the memory grows with what is asked: one of 4,096 places had forgotten the
 * first lines of a megabyte when the next step began, and every line was read anew in each of seven.
 *
 * @param ask must depend on the text alone, and its answers must not be changed
 */
export function remember<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  // No text is remembered as '': then the engine compares strings only, which takes half the time.
  let texts: string[] = new Array(fewest).fill('');
  let answers: Answer[] = new Array(fewest);
  let used = 0;
  // The questions about one line follow each other.
  let last = '';
  let answer: Answer;
  const grow = () => {
    const [oldTexts, oldAnswers] = [texts, answers];
    texts = new Array(oldTexts.length * 2).fill('');
    answers = new Array(texts.length);
    used = 0;
    for (let at = 0; at < oldTexts.length; at++) if (oldTexts[at] !== '') put(oldTexts[at]!, oldAnswers[at]!);
  };
  const put = (text: string, found: Answer) => {
    const place = placeOf(text) & (texts.length - 1);
    if (texts[place] === '') used++;
    texts[place] = text;
    answers[place] = found;
  };
  return (text) => {
    if (text.length === 0) return ask(text);
    if (text === last) return answer;
    const place = placeOf(text) & (texts.length - 1);
    if (texts[place] === text) answer = answers[place]!;
    else {
      answer = ask(text);
      if (used * 2 >= texts.length && texts.length < most) grow();
      put(text, answer);
    }
    last = text;
    return answer;
  };
}

/** A text's number, which its length and three of its characters tell. */
function placeOf(text: string): number {
  const { length } = text;
  const some = text.charCodeAt(0) * 31 + text.charCodeAt(length >> 1) * 7 + text.charCodeAt(length - 1);
  return some * 17 + length;
}
