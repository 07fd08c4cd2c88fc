import assert from 'node:assert/strict';
import { OpenDocument } from '../../server/src/lsp/documents';
import { nextTurn } from '../../server/src/lsp/turns';
import { createOkrLanguageService, type OkrDocument } from '../../server/src/service';

const URI = 'file:///work/team.okr.md';

/** A text of about `size` units; every objective is different. */
function plan(size: number): string {
  let text = '# OKRs Q3 2026\n\n';
  for (let n = 1; text.length < size; n++)
    text += `## Objective ${n}: Orders leave on the day they come\n\n- KR${n}.1: Cut late orders from ${n + 9}% to ${n}%\n- KR${n}.2: Call ${n} carriers\n\n`;
  return text;
}

/** What a reader finds, without what depends on how it came about. */
function found(document: OkrDocument) {
  return document.objectives().map(({ item, offset, keyResults }) => ({
    at: offset + item.span.start,
    text: item.statement.text,
    keyResults: keyResults.map((kr) => [kr.offset + kr.item.span.start, kr.item.statement.text]),
  }));
}

function open(text: string): OpenDocument {
  return new OpenDocument(createOkrLanguageService(), URI, 'markdown', 1, text);
}

function insert(document: OpenDocument, line: number, text: string): void {
  const at = { line, character: 0 };
  document.apply([{ range: { start: at, end: at }, text }], document.version + 1);
}

function assertFresh(document: OpenDocument): void {
  assert.deepEqual(found(document.reading), found(open(document.text).reading));
}

describe('Large open documents', () => {
  const LARGE = plan(400_000);

  it('let others have their turn while they are read', async () => {
    const document = open(LARGE);
    let turns = 0;
    let isDone = false;
    const read = document
      .read(() => true)
      .then(() => {
        isDone = true;
      });
    while (!isDone) {
      turns++;
      await nextTurn();
    }
    await read;
    assert.ok(document.isRead);
    assert.ok(turns > 1, `${turns} turns`);
    assertFresh(document);
  });

  it('take in what is typed while they are read', async () => {
    const document = open(LARGE);
    const read = document.read(() => true);
    insert(document, 0, '> A first line.\n\n');
    await nextTurn();
    insert(document, 6, '- KR0.9: Keep returns below 2%\n');
    await read;
    assertFresh(document);
    assert.equal(
      document.reading.objectives()[0]?.keyResults[0]?.item.statement.text,
      'Keep returns below 2%',
    );
  });

  it('are there at once for who cannot wait', async () => {
    const document = open(LARGE);
    const read = document.read(() => true);
    assertFresh(document);
    insert(document, 0, '# Another title\n\n');
    assertFresh(document);
    await read;
    assertFresh(document);
  });

  it('are read by all who wait for them at once', async () => {
    const document = open(LARGE);
    await Promise.all([document.read(() => true), document.read(() => true), document.read(() => true)]);
    assert.ok(document.isRead);
    assertFresh(document);
  });

  it('are not read on when nobody wants them', async () => {
    const document = open(LARGE);
    let isWanted = true;
    const read = document.read(() => isWanted);
    isWanted = false;
    await read;
    assert.equal(document.isRead, false);
    await document.read(() => true);
    assertFresh(document);
  });

  it('are read anew when their whole text is replaced', async () => {
    const document = open(LARGE);
    await document.read(() => true);
    document.apply([{ text: plan(300_000).replaceAll('carriers', 'hauliers') }], 2);
    assert.equal(document.isRead, false);
    await document.read(() => true);
    assertFresh(document);
  });

  it('are read within a key press once they have been read', async () => {
    const document = open(LARGE);
    await document.read(() => true);
    insert(document, 4, '- KR0.9: Keep returns below 2%\n');
    assert.ok(document.isRead);
    assertFresh(document);
  });
});

describe('Small open documents', () => {
  it('are read when somebody looks', () => {
    const document = open(plan(2_000));
    assert.ok(document.isRead);
    insert(document, 4, '- KR0.9: Keep returns below 2%\n');
    assertFresh(document);
  });
});
