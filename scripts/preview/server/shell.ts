/** The desk's page: empty, its script fills it. Only this page can read the token. */
export function shellHtml(token: string): string {
  return pageHtml({
    head: `<meta name="token" content="${token}">\n<script src="/desk.js" defer></script>`,
    body: '<noscript>The preview needs JavaScript.</noscript>',
  });
}

/** A page that waits for a book's file and gives way to it: `address` is one of ours, `words` tell what it waits for. */
export function waitingHtml(address: string, { words, lang }: { words: string; lang: string }): string {
  const plain = (text: string) => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return pageHtml({
    lang,
    head: `<meta http-equiv="refresh" content="0; url=${plain(address)}">`,
    body: `<p class="composing" role="status">${plain(words)}</p>`,
  });
}

/** A page in the desk's own look; `head` and `body` are HTML. */
function pageHtml({ lang = 'zh-Hans', head, body }: { lang?: string; head: string; body: string }): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>重排</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/type.css">
<link rel="stylesheet" href="/desk.css">
${head}
</head>
<body>${body}</body>
</html>
`;
}

/** The paper: a separate document for the pages, so that their styles and the desk's never mix. */
export const paperHtml = `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>重排</title><link rel="stylesheet" href="/paper.css"></head><body></body></html>
`;
