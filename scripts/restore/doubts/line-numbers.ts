/** Places → numbers of their lines, from 1, as an editor counts them. */
export function lineNumbers(source: string): (place: number) => number {
  // Most who may ask for a number do not.
  let starts: number[] | undefined;
  return (place) => {
    starts ??= lineStarts(source);
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= place) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** The places behind the line ends; the second half of a pair of them ends no line of its own. */
function lineStarts(source: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 13 || (code === 10 && source.charCodeAt(at - 1) !== 13)) starts.push(at + 1);
  }
  return starts;
}
