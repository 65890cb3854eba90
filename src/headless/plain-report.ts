const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A summary's text as a page by itself. */
export const plainReport = (title: string, text: string): string =>
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<pre>${escaped(text)}</pre>
</html>
`;
