/** A message with its place, for reports and terminals. */
export interface PlacedMessage {
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
  rule?: string | undefined;
  reason: string;
}

/** Maximum number of lines listed per kind; a report has them all. */
const named = 8;

/**
 * Messages for a terminal: one line per kind, with its count and places. Messages are of a kind when they have the same
 * rule and differ only in the words and the numbers that they quote.
 */
export function groupMessages(
  messages: readonly PlacedMessage[],
  nameFile: (file: string) => string = (file) => file,
): string[] {
  const kinds = new Map<string, [PlacedMessage, ...PlacedMessage[]]>();
  for (const message of messages) {
    const known = kinds.get(kindOf(message));
    if (known) known.push(message);
    else kinds.set(kindOf(message), [message]);
  }
  return [...kinds.values()].map((all) => {
    const [{ file, line, column, reason, rule }] = all;
    const place = [file && nameFile(file), line, column].filter((part) => part !== undefined).join(':');
    const head = `${place ? `${place}: ` : ''}${reason}${rule ? ` (${rule})` : ''}`;
    if (all.length === 1) return head;
    const lines = [...new Set(all.flatMap((one) => one.line ?? []))];
    const rest = lines.length > named ? ` and ${lines.length - named} more` : '';
    return `${head}; ${all.length} of this kind${lines.length > 0 ? `, lines ${lines.slice(0, named).join(', ')}${rest}` : ''}`;
  });
}

function kindOf({ file, rule, reason }: PlacedMessage): string {
  return `${file} ${rule} ${reason.replace(/“[^”]*”|"[^"]*"|\b\d+\b/gu, '#')}`;
}
