/** The package has no types of its own. */
declare module 'xliff' {
  export function xliff2js(xliff: string): Promise<{
    resources: Record<string, Record<string, unknown>>;
    sourceLanguage: string;
    targetLanguage: string;
  }>;
}
