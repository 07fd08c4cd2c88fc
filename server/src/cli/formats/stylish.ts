/** For people: findings grouped by file, then one line that counts them. */
import pc from 'picocolors';
import { fill } from '../../explain';
import type { FileReport, Message } from '../report';
import { cliTexts } from '../texts';
import type { Formatter } from './format';

const RANK: Record<Message['severity'], 'red' | 'yellow' | 'blue' | 'gray'> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

export const stylish: Formatter = (reports, { colour, language = 'en' }) => {
  const { summary: texts } = cliTexts(language);
  const widest = Math.max(...Object.values(texts.names).map((name) => name.length));
  const paint = pc.createColors(colour);
  const shown = reports.filter(({ messages }) => messages.length > 0);
  const blocks = shown.map(({ filePath, messages }) => {
    const width = Math.max(...messages.map((m) => place(m).length));
    const lines = messages.map((m) => {
      const severity = paint[RANK[m.severity]](texts.names[m.severity].padEnd(widest));
      return `  ${paint.dim(place(m).padEnd(width))}  ${severity}  ${m.message}  ${paint.dim(m.ruleId)}`;
    });
    return [paint.underline(filePath), ...lines, ''].join('\n');
  });
  return [...blocks, summary(reports, texts, paint), ''].join('\n');
};

function place({ line, column }: Message): string {
  return `${line}:${column}`;
}

type Texts = ReturnType<typeof cliTexts>['summary'];

function summary(
  reports: readonly FileReport[],
  texts: Texts,
  paint: ReturnType<typeof pc.createColors>,
): string {
  const all = reports.flatMap(({ messages }) => messages);
  const count = (severity: Message['severity']) => all.filter((m) => m.severity === severity).length;
  const counts = (Object.keys(RANK) as Message['severity'][])
    .map((severity) => ({ severity, n: count(severity) }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${n} ${(n === 1 ? texts.one : texts.many)[severity]}`)
    .join(', ');
  const files = reports.length === 1 ? texts.file : fill(texts.files, { n: String(reports.length) });
  return counts === '' ? paint.green(fill(texts.none, { files })) : `${fill(texts.some, { counts, files })}`;
}
