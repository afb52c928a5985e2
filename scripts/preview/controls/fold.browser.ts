/** Forms of one character, by the one that stands for them: Traditional ones fold to Simplified. */
let forms = new Map<string, string>();

/** Fetches the forms, once. */
export async function learnForms(): Promise<void> {
  if (forms.size > 0) return;
  try {
    forms = new Map((await (await fetch('/forms')).json()) as [string, string][]);
  } catch {
    // Without them a search finds what it is given.
  }
}

/** A text as it is compared in a search: letters of one case and width, characters in one script. */
export const fold = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase()].map((character) => forms.get(character) ?? character).join('');
