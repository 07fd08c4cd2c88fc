/** For people: findings grouped by file, then one line that counts them. */
import pc from 'picocolors';
import type { FileReport, Message } from '../report';
import type { Formatter } from './format';

const RANK: Record<Message['severity'], 'red' | 'yellow' | 'blue' | 'gray'> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

export const stylish: Formatter = (reports, { colour }) => {
  const paint = pc.createColors(colour);
  const shown = reports.filter(({ messages }) => messages.length > 0);
  const blocks = shown.map(({ filePath, messages }) => {
    const width = Math.max(...messages.map((m) => place(m).length));
    const lines = messages.map((m) => {
      const severity = paint[RANK[m.severity]](m.severity.padEnd('information'.length));
      return `  ${paint.dim(place(m).padEnd(width))}  ${severity}  ${m.message}  ${paint.dim(m.ruleId)}`;
    });
    return [paint.underline(filePath), ...lines, ''].join('\n');
  });
  return [...blocks, summary(reports, paint), ''].join('\n');
};

function place({ line, column }: Message): string {
  return `${line}:${column}`;
}

function summary(reports: readonly FileReport[], paint: ReturnType<typeof pc.createColors>): string {
  const all = reports.flatMap(({ messages }) => messages);
  const count = (severity: Message['severity']) => all.filter((m) => m.severity === severity).length;
  const parts = (Object.keys(RANK) as Message['severity'][])
    .map((severity) => ({ severity, n: count(severity) }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${n} ${severity}${n === 1 || severity === 'information' ? '' : 's'}`);
  const files = `${reports.length} file${reports.length === 1 ? '' : 's'} checked`;
  return parts.length === 0 ? paint.green(`No findings, ${files}.`) : `${parts.join(', ')} (${files}).`;
}
