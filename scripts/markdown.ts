/**
 * The Markdown our own documents use, as HTML: headings, paragraphs, lists of one level, tables, code, bold, links.
 * Anything else is an error, so that a document cannot come out wrong unseen.
 */
export function htmlOf(markdown: string, link: (target: string, html: string) => string): string {
  const blocks = markdown.trim().split(/\n{2,}|\n(?=#)|(?<=^#.*)\n/m);
  return blocks.map((block) => blockOf(block.trim(), link)).join('\n');
}

type Link = (target: string, html: string) => string;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** How a heading is addressed behind `#`, as the sites that show Markdown do it. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function inlineOf(text: string, link: Link): string {
  const parts = text.split(/(`[^`]+`|\*\*.+?\*\*|\[(?:[^\]`]|`[^`]*`)+\]\([^)]+\))/);
  const html = parts.map((part, i) => {
    if (i % 2 === 0) return escaped(part);
    if (part.startsWith('`')) return `<code>${escaped(part.slice(1, -1))}</code>`;
    if (part.startsWith('**')) return `<strong>${inlineOf(part.slice(2, -2), link)}</strong>`;
    const [, words = '', target = ''] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? [];
    return link(target, inlineOf(words, link));
  });
  return html.join('');
}

function blockOf(block: string, link: Link): string {
  const heading = /^(#{1,3}) (.+)$/.exec(block);
  if (heading) {
    const [, marks = '', words = ''] = heading;
    return `<h${marks.length} id="${slugOf(words)}">${inlineOf(words, link)}</h${marks.length}>`;
  }
  if (block.startsWith('|')) return tableOf(block.split('\n'), link);
  if (/^- /.test(block)) return listOf('ul', block.split(/\n(?=- )/), link);
  if (/^1\. /.test(block)) return listOf('ol', block.split(/\n(?=\d+\. )/), link);
  if (/^(```|>|<|\s*[*+] |!\[|---)/.test(block)) throw new Error(`not known to our documents: ${block}`);
  const list = block.search(/\n(- |1\. )/);
  if (list >= 0) return `${blockOf(block.slice(0, list), link)}\n${blockOf(block.slice(list + 1), link)}`;
  return `<p>${inlineOf(block, link)}</p>`;
}

const listOf = (tag: 'ul' | 'ol', items: readonly string[], link: Link): string =>
  `<${tag}>${items.map((item) => `<li>${inlineOf(item.replace(/^(-|\d+\.) /, '').replaceAll(/\n\s+/g, ' '), link)}</li>`).join('')}</${tag}>`;

function tableOf([head = '', , ...rows]: readonly string[], link: Link): string {
  const cells = (row: string): string[] =>
    row
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inlineOf(cell.trim(), link));
  const line = (row: string, tag: string): string =>
    `<tr>${cells(row)
      .map((cell) => `<${tag}>${cell}</${tag.split(' ')[0]}>`)
      .join('')}</tr>`;
  const body = rows.map((row) => line(row, 'td')).join('');
  // a wide table scrolls inside its frame; the keyboard needs something to hold on to
  return `<div class="frame" tabindex="0" role="group" aria-label="Table"><table><thead>${line(head, 'th scope="col"')}</thead><tbody>${body}</tbody></table></div>`;
}
