/** OKR documents from and for other tools: CSV, JSON, HTML out; CSV and Lark's JSON in. Pure: texts in, texts out. */
import { fromCsv, type Imported } from './import-csv';
import { fromLark } from './import-lark';

export { toCsv } from './csv';
export { toHtml } from './html';
export { ImportError, type Imported, type Problem } from './import-csv';
export { type ExportedDocument, toJson } from './json';
export { PRESETS, type Preset, presetOf } from './presets';
export { COLUMNS, type Row } from './row';
export { rowsOf } from './rows';
export { type MarkdownDocument, toMarkdown } from './to-markdown';

/** Rows of a CSV table or of Lark's JSON, whichever it is. Throws an ImportError whose message says what is wrong. */
export function importRows(text: string): Imported {
  return /^\ufeff?\s*[[{]/u.test(text) ? fromLark(text) : fromCsv(text);
}
