/** The desk's page: empty, its script fills it. Only this page can read the token. */
export function shellHtml(token: string): string {
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="token" content="${token}">
<title>重排</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/type.css">
<link rel="stylesheet" href="/desk.css">
<script src="/desk.js" defer></script>
</head>
<body><noscript>The preview needs JavaScript.</noscript></body>
</html>
`;
}

/** A page that waits for a book's file and gives way to it: `address` is one of ours, `words` tell what it waits for. */
export function waitingHtml(address: string, { words, lang }: { words: string; lang: string }): string {
  const plain = (text: string) => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${plain(address)}">
<title>重排</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/type.css">
<link rel="stylesheet" href="/desk.css">
</head>
<body><p class="composing" role="status">${plain(words)}</p></body>
</html>
`;
}

/** The paper: a separate document for the pages, so that their styles and the desk's never mix. */
export const paperHtml = `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>重排</title><link rel="stylesheet" href="/paper.css"></head><body></body></html>
`;
