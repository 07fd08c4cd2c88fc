import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type OkrDocument,
  readDocument,
  type TextEdit,
  updateDocument,
} from '../../server/src/document/index';
import { describeDocument } from './describe';
import { markdown, okrMarkdown } from './generate';
import { withSmallChunks } from './small-chunks';

const OPTIONS = { path: 'team.okr.md' };

/** An edit somewhere in the text; `from` is in ten-thousandths of its length. */
interface Stroke {
  readonly from: number;
  readonly size: number;
  readonly text: string;
}

const stroke: fc.Arbitrary<Stroke> = fc.record({
  from: fc.integer({ min: 0, max: 10_000 }),
  size: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  text: fc.oneof(
    fc.constantFrom(
      '',
      'x',
      '\n',
      '\n\n',
      '-',
      '- ',
      '#',
      '`',
      '```\n',
      '>',
      ' ',
      '<!--',
      '-->',
      '|',
      '\r',
      '~~~\n',
      '---\n',
    ),
    fc.constantFrom(
      '\n- KR3: Win\n',
      '\n## Objective 9: New\n',
      '\n### Key Results\n',
      '\n## Q2 2026\n',
      '\n# H1 2027\n',
      '\n## Notes\n',
      'KR1: ',
      '---\nokr: true\n---\n',
    ),
    markdown(4),
  ),
});

function editOf(text: string, { from, size, text: newText }: Stroke): TextEdit {
  let start = Math.floor((from / 10_000) * text.length);
  // Half of all edits are made where a line begins, for there the borders are.
  if (start % 2 === 0) start = text.lastIndexOf('\n', start) + 1;
  return { span: { start, end: Math.min(text.length, start + size) }, newText };
}

const apply = (text: string, { span, newText }: TextEdit) =>
  text.slice(0, span.start) + newText + text.slice(span.end);

const periodsOf = (document: OkrDocument) => document.objectives().map(({ period }) => period);

describe('updateDocument with borders everywhere', () => {
  withSmallChunks();

  it('reads as a fresh reading does, edit after edit', () => {
    fc.assert(
      fc.property(
        fc.oneof(okrMarkdown(), markdown(80)),
        fc.array(stroke, { minLength: 1, maxLength: 8 }),
        (text, strokes) => {
          let document = readDocument(text, OPTIONS);
          for (const one of strokes) {
            const edit = editOf(document.text, one);
            const newText = apply(document.text, edit);
            document = updateDocument(document, newText, [edit], OPTIONS);
            assert.deepEqual(describeDocument(document), describeDocument(readDocument(newText, OPTIONS)));
          }
        },
      ),
      {
        numRuns: Number(process.env.RUNS ?? 60),
        interruptAfterTimeLimit: 60_000,
      },
    );
  });

  it('takes several edits at once, known or unknown', () => {
    fc.assert(
      fc.property(
        okrMarkdown(),
        fc.array(stroke, { minLength: 2, maxLength: 5 }),
        fc.boolean(),
        (text, strokes, known) => {
          const edits: TextEdit[] = [];
          let newText = text;
          for (const one of strokes) {
            const edit = editOf(newText, one);
            edits.push(edit);
            newText = apply(newText, edit);
          }
          const document = updateDocument(readDocument(text, {}), newText, known ? edits : undefined, {});
          assert.deepEqual(describeDocument(document), describeDocument(readDocument(newText, {})));
        },
      ),
      {
        numRuns: Number(process.env.RUNS ?? 60),
        interruptAfterTimeLimit: 60_000,
      },
    );
  });
});

describe('updateDocument', () => {
  it('keeps the content of chunks that nothing touches', () => {
    const sections = Array.from(
      { length: 40 },
      (_, i) =>
        `## Objective ${i + 1}: Grow ${i}\n\n- KR1: Raise it from 1 to ${i} before the end of the year, as agreed with everybody\n- KR2: Keep it above ${i}\n\n`,
    );
    const text = sections.join('');
    const before = readDocument(text, OPTIONS);
    const at = text.indexOf('Grow 20');
    const edit = { span: { start: at, end: at }, newText: 'calmly ' };
    const after = updateDocument(before, apply(text, edit), [edit], OPTIONS);
    const kept = new Set([...before.chunks].map(({ content }) => content));
    const changed = [...after.chunks].filter(({ content }) => !kept.has(content));
    assert.equal(changed.length, 1);
    assert.ok(before.chunks.length > 5);
  });

  it('stops where the state is as before when a heading changes its meaning', () => {
    const text = Array.from(
      { length: 40 },
      (_, i) =>
        `## Objective ${i + 1}: Grow ${i}\n\nSome words that say why this is worth the trouble of everybody in the house.\n\n### Key Results\n\n- Raise it from 1 to ${i} before the end of the year, as agreed with everybody\n- Keep it above ${i}\n\n`,
    ).join('');
    const before = readDocument(text, OPTIONS);
    const at = text.indexOf('### Key Results', text.indexOf('Objective 20')) + 4;
    const edit = { span: { start: at, end: at + 'Key Results'.length }, newText: 'Initiatives' };
    const after = updateDocument(before, apply(text, edit), [edit], OPTIONS);
    const kept = new Set<unknown>([...before.chunks].map(({ content }) => content));
    assert.ok([...after.chunks].filter(({ content }) => !kept.has(content)).length <= 3);
    assert.equal(after.objectives()[19]!.initiatives.length, 2);
    assert.equal(after.objectives()[20]!.keyResults.length, 2);
  });

  it('goes on from the periods of the headings above the change', () => {
    const filler = `${'Why this matters to everyone, said in many words. '.repeat(14)}\n\n`;
    const text = `# Q1 2026\n\n## O1: A grows\n\n- KR1: Raise it from 1 to 2\n\n# Q2 2026\n\n${filler}## O2: B grows\n\n- KR1: Raise it from 1 to 3\n\n${filler}## O3: C grows\n\n- KR1: Raise it from 1 to 4\n`;
    let document = readDocument(text, OPTIONS);
    assert.deepEqual(periodsOf(document), ['Q1 2026', 'Q2 2026', 'Q2 2026']);
    for (const place of ['C grows', 'B grows', 'A grows', 'Q2 2026', 'Why']) {
      const at = document.text.indexOf(place);
      const edit = { span: { start: at, end: at }, newText: ' ' };
      document = updateDocument(document, apply(document.text, edit), [edit], OPTIONS);
      assert.deepEqual(describeDocument(document), describeDocument(readDocument(document.text, OPTIONS)));
    }
    assert.ok(document.chunks.length > 2);
  });

  it('does not believe edits that cannot have happened', () => {
    const before = readDocument('## O1: A\n\n- KR1: b\n', OPTIONS);
    const newText = '## O1: A and more\n\n- KR1: b\n';
    const after: OkrDocument = updateDocument(
      before,
      newText,
      [{ span: { start: 900, end: 901 }, newText: '' }],
      OPTIONS,
    );
    assert.deepEqual(describeDocument(after), describeDocument(readDocument(newText, OPTIONS)));
  });
});
