/** JUnit's XML, which GitLab and others show as tests: errors and warnings fail, other findings are notes. */
import type { FileReport, Message } from '../report';
import { type Formatter, slashedPath } from './format';

export const junit: Formatter = (reports, { trouble }) => {
  const suites = reports.map(suite);
  const failures = reports.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
  const tests = reports.reduce((sum, { messages }) => sum + Math.max(1, messages.length), 0) + trouble.length;
  const unread = trouble.map(({ name, reason }) => {
    const attributes = `name=${quoted(slashedPath(name))} tests="1" failures="0" errors="1"`;
    const text = `${name} ${reason}`;
    return `  <testsuite ${attributes}>\n    <testcase classname=${quoted(slashedPath(name))} name="reading"><error message=${quoted(text)}/></testcase>\n  </testsuite>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="okrlint" tests="${tests}" failures="${failures}" errors="${trouble.length}">`,
    ...suites,
    ...unread,
    '</testsuites>',
    '',
  ].join('\n');
};

function suite({ filePath, messages, errorCount, warningCount }: FileReport): string {
  const name = quoted(slashedPath(filePath));
  const cases =
    messages.length === 0
      ? [`    <testcase classname=${name} name="okrlint"/>`]
      : messages.map((message) => testCase(name, message));
  const counts = `tests="${Math.max(1, messages.length)}" failures="${errorCount + warningCount}" errors="0"`;
  return [`  <testsuite name=${name} ${counts}>`, ...cases, '  </testsuite>'].join('\n');
}

function testCase(file: string, { ruleId, severity, message, line, column }: Message): string {
  const open = `    <testcase classname=${file} name=${quoted(`${ruleId} ${line}:${column}`)}>`;
  const place = `${line}:${column} ${severity} ${message}`;
  const body =
    severity === 'error' || severity === 'warning'
      ? `<failure type=${quoted(severity)} message=${quoted(message)}>${escapeXml(place)}</failure>`
      : `<system-out>${escapeXml(place)}</system-out>`;
  return `${open}${body}</testcase>`;
}

function quoted(text: string): string {
  return `"${escapeXml(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;')}"`;
}

/** Markup escaped, and characters replaced that XML 1.0 cannot hold at all. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
