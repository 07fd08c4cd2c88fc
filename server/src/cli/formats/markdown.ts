/** A table for a comment on a pull request. */
import { escapeMarkdown } from '../../explain';
import { rulePageUrl } from '../../service';
import type { Message } from '../report';
import { type Formatter, slashedPath } from './format';

/** More rows are read by nobody, and comments have a largest size. */
const MOST_ROWS = 100;
const WORST_FIRST: readonly Message['severity'][] = ['error', 'warning', 'information', 'hint'];

export const markdown: Formatter = (reports, { trouble }) => {
  const all = reports.flatMap(({ filePath, messages }) =>
    messages.map((message) => ({ file: slashedPath(filePath), message })),
  );
  const ranked = WORST_FIRST.flatMap((severity) =>
    all.filter(({ message }) => message.severity === severity),
  );
  const rows = ranked
    .slice(0, MOST_ROWS)
    .map(({ file, message: { line, column, severity, message, ruleId } }) =>
      row([
        cell(`${file}:${line}:${column}`),
        severity,
        cell(message),
        `[${ruleId}](${rulePageUrl(ruleId)})`,
      ]),
    );
  const files = `${reports.length} ${reports.length === 1 ? 'file' : 'files'} checked`;
  const heading =
    all.length === 0 ? `okrlint: no findings, ${files}.` : `okrlint: ${all.length} findings, ${files}.`;
  const table =
    rows.length === 0
      ? []
      : ['', row(['place', '', 'finding', 'rule']), row(['---', '---', '---', '---']), ...rows];
  const more = all.length > MOST_ROWS ? ['', `… and ${all.length - MOST_ROWS} more, less severe.`] : [];
  const unread = trouble.flatMap(({ name, reason }) => ['', `**${cell(name)}** ${cell(reason)}.`]);
  return [heading, ...table, ...more, ...unread, ''].join('\n');
};

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text in a cell: one line, nothing of it markup, and nobody is called by their name. */
function cell(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ')).replaceAll('|', '&#124;').replaceAll('@', '&#64;');
}
