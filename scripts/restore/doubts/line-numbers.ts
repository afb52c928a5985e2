/** Places that ascend → numbers of their lines, from 1, as an editor counts them. */
export function lineNumbers(source: string): (place: number) => number {
  let number = 1;
  let at = 0;
  return (place) => {
    if (place < at) {
      number = 1;
      at = 0;
    }
    for (; at < place; at++) {
      const char = source[at];
      if (char === '\n' ? source[at - 1] !== '\r' : char === '\r') number++;
    }
    return number;
  };
}
