/** Adds and removes lines of a names file, and leaves everything else in it as it is, including line ends. */
export function changeNames(
  text: string,
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): { text: string; add: string[]; remove: string[] } {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const placeOf = (line: string) => lines.findIndex((one) => one.replace(/\r?\n$/, '') === line);
  const removed = remove.filter((line) => {
    const at = placeOf(line);
    if (at >= 0) lines.splice(at, 1);
    return at >= 0;
  });
  const added = add.filter((line) => placeOf(line) < 0);
  const last = lines.length - 1;
  if (added.length > 0 && last >= 0 && !lines[last]!.endsWith('\n')) lines[last] += newline;
  return { text: [...lines, ...added.map((line) => line + newline)].join(''), add: added, remove: removed };
}
