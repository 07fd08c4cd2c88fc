/** Annotations of GitHub Actions: workflow commands on standard output, shown at their lines in the pull request. */
import type { Message } from '../report';
import { type Formatter, slashedPath } from './format';

/** Hints are left out: a pull request is no place for what may stay as it is. */
const COMMANDS: Readonly<Partial<Record<Message['severity'], string>>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

export const github: Formatter = (reports, { trouble }) => {
  const lines = reports.flatMap(({ filePath, messages }) =>
    messages.flatMap((message) => annotation(slashedPath(filePath), message) ?? []),
  );
  const unread = trouble.map(
    ({ name, reason }) => `::error file=${property(slashedPath(name))}::${data(`${name} ${reason}`)}`,
  );
  return [...lines, ...unread].map((line) => `${line}\n`).join('');
};

function annotation(file: string, message: Message): string | undefined {
  const command = COMMANDS[message.severity];
  if (!command) return undefined;
  const { line, endLine, column, endColumn } = message;
  // Columns are only understood within one line, and the last one counts as part of the place.
  const columns = line === endLine ? `,col=${column},endColumn=${Math.max(column, endColumn - 1)}` : '';
  const title = property(`okrlint ${message.ruleId}`);
  return `::${command} file=${property(file)},line=${line},endLine=${endLine}${columns},title=${title}::${data(message.message)}`;
}

/** Text of a command: no line break may end it early. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property's value: what separates properties is escaped too. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
