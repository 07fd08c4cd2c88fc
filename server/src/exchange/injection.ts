/**
 * Cells that a spreadsheet would take for a formula. Whoever opens an export must not run what somebody wrote into a
 * key result, so such cells get an apostrophe in front, which spreadsheets show as text; reading takes it off again.
 */

/** What begins a formula, behind any apostrophes of our own. Source: OWASP, CSV Injection. */
const FORMULA = /^'*[=+\-@\t\r|]/u;
/** A number with a sign is no formula, and has to stay a number. */
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)*\s?%?$/u;

/** The cell as it may be opened in a spreadsheet. */
export function neutralise(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `neutralise`. */
export function restore(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
