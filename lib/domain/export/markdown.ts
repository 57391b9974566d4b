/** A table in Markdown, the first column to the left, the others to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\|]/g, '\\$&');
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = `| ${head.map((_, i) => (i === 0 ? '---' : '---:')).join(' | ')} |`;
  return [row(head), rule, ...rows.map(row), ''].join('\n');
}
