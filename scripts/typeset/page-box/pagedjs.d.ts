/** The parts of Paged.js 0.4.3 that we use; it ships no types. */
declare module 'pagedjs' {
  export class Chunker {
    constructor(content?: unknown, renderTo?: unknown, options?: object);
    setup(renderTo: Element): void;
    addPage(blank?: boolean): PagedPage;
    pages: PagedPage[];
    pagesArea: HTMLElement;
  }
  interface PagedPage {
    element: HTMLElement;
    area: HTMLElement;
    wrapper: HTMLElement;
    index(position: number): void;
    clear(): void;
    destroy(): void;
  }
  export class Polisher {
    constructor(setUp?: boolean);
    setup(): void;
    add(...sheets: Record<string, string>[]): Promise<string>;
    inserted: HTMLStyleElement[];
  }
  export function initializeHandlers(chunker: Chunker, polisher: Polisher, caller: object): unknown;
}
