/** How many texts are remembered: as many as a newspaper page of lines has a few times over. */
const places = 1 << 12;

/**
 * A question about a text that keeps its last answers: the grammar asks the same of a line in several steps.
 *
 * @param ask must depend on the text alone, and its answers must not be changed
 */
export function remember<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  // No text is remembered as '': then the engine compares strings only, which takes half the time.
  const texts: string[] = new Array(places).fill('');
  const answers: Answer[] = new Array(places);
  // The questions about one line follow each other.
  let last = '';
  let answer: Answer;
  return (text) => {
    if (text.length === 0) return ask(text);
    if (text === last) return answer;
    const place = placeOf(text);
    if (texts[place] !== text) {
      answers[place] = ask(text);
      texts[place] = text;
    }
    last = text;
    answer = answers[place]!;
    return answer;
  };
}

/** A text's place, which its length and three of its characters tell. */
function placeOf(text: string): number {
  const { length } = text;
  const some = text.charCodeAt(0) * 31 + text.charCodeAt(length >> 1) * 7 + text.charCodeAt(length - 1);
  return (some * 17 + length) & (places - 1);
}
