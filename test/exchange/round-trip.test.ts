/** What goes out comes in again: rows → CSV → rows, rows → Markdown → rows, file → CSV → file → CSV. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importRows, toCsv, toMarkdown } from '../../server/src/exchange';
import { COLUMNS } from '../../server/src/exchange/row';
import { rowsOf } from '../../server/src/exchange/rows';
import { requestFor, rows, SAMPLE, said, service, TODAY } from './samples';

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe('exchange', function () {
  this.timeout(60_000);

  it('reads its own CSV back exactly, whatever the cells hold', () => {
    fc.assert(
      fc.property(rows(false), (given) => {
        const back = importRows(toCsv(given));
        assert.deepEqual(back.problems, []);
        assert.deepEqual(
          back.rows.map(said),
          given.map((row) => said({ ...row, title: row.title.trim() })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('loses no value of plain rows on the way through Markdown', () => {
    fc.assert(
      fc.property(rows(true), (given) => {
        const { text, problems } = toMarkdown(service, given, TODAY);
        assert.deepEqual(problems, [], text);
        const back = rowsOf(service, requestFor(text));
        for (const [n, row] of given.entries())
          for (const column of COLUMNS)
            if (row[column] !== '') assert.equal(back[n]?.[column], row[column], `${column} in\n${text}`);
      }),
      { numRuns: 60 },
    );
  });

  it('says so where a value does not survive odd titles, and never drops or adds a row', () => {
    fc.assert(
      fc.property(rows(false), (given) => {
        const { text, problems } = toMarkdown(service, given, TODAY);
        const back = rowsOf(service, requestFor(text));
        const changed = given.some((row, n) => tidy(row.title) !== tidy(back[n]?.title ?? ''));
        if (changed || back.length !== given.length) assert.notDeepEqual(problems, [], text);
      }),
      { numRuns: 60 },
    );
  });

  it('is stable: export, import, export gives the same table', () => {
    fc.assert(
      fc.property(rows(true), (given) => {
        const first = toCsv(rowsOf(service, requestFor(toMarkdown(service, given, TODAY).text)));
        const second = toCsv(
          rowsOf(service, requestFor(toMarkdown(service, importRows(first).rows, TODAY).text)),
        );
        assert.equal(second, first);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a real document: its table is the same after import', () => {
    const table = toCsv(rowsOf(service, requestFor(SAMPLE)));
    const { text, problems } = toMarkdown(service, importRows(table).rows, TODAY);
    assert.deepEqual(problems, []);
    assert.equal(toCsv(rowsOf(service, requestFor(text))), table);
  });

  it('writes a document that okrlint reads with the same verdicts', () => {
    const { text } = toMarkdown(service, rowsOf(service, requestFor(SAMPLE)), TODAY);
    const verdicts = (source: string) =>
      service
        .diagnose(requestFor(source))
        .flatMap(({ ruleId, severity }) => (severity === 'warning' ? [ruleId] : []));
    assert.deepEqual(verdicts(text), verdicts(SAMPLE));
  });
});
