import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {
  ImportError,
  importRows,
  PRESETS,
  presetOf,
  toCsv,
  toHtml,
  toJson,
  toMarkdown,
} from '../../server/src/exchange';
import { neutralise, restore } from '../../server/src/exchange/injection';
import { rowsOf } from '../../server/src/exchange/rows';
import { requestFor, rows, SAMPLE, service, TODAY } from './samples';

const ROOT = path.resolve(import.meta.dirname, '../..');
const sample = () => rowsOf(service, requestFor(SAMPLE));

describe('rows of a document', () => {
  it('hold what the document says, with ids for all', () => {
    const [objective, first, second] = sample();
    assert.equal(objective?.id, 'o1');
    assert.equal(objective?.parent_id, 'company/o2');
    assert.equal(objective?.title, 'Retailers renew without being asked');
    assert.equal(objective?.cycle, '2026-Q3');
    assert.deepEqual(
      {
        id: first?.id,
        parent: first?.parent_id,
        from: first?.baseline,
        now: first?.current,
        to: first?.target,
        unit: first?.unit,
      },
      { id: 'o1-kr1', parent: 'o1', from: '62', now: '58', to: '45', unit: 'days' },
    );
    assert.equal(first?.progress, '24%');
    assert.equal(first?.due_date, '2026-09-30');
    assert.equal(second?.title, 'Raise 5* reviews from 10% to 20%');
    assert.equal(second?.labels, 'committed');
  });

  it('leave out what is struck through', () => {
    assert.ok(sample().every(({ title }) => !title.includes('second office')));
  });

  it('put an initiative under the key result that it names', () => {
    const initiative = sample().find(({ title }) => title === 'Shorter contract template');
    assert.equal(initiative?.parent_id, 'o1-kr1');
    assert.equal(initiative?.status, 'open');
  });
});

describe('cells that a spreadsheet would run', () => {
  it('are neutralised, in every table and every column', () => {
    const dangerous = /^[=+\-@\t\r]/u;
    const number = /^[+-]?\d[\d.,]*%?$/u;
    fc.assert(
      fc.property(rows(false), fc.constantFrom(undefined, ...PRESETS), (given, preset) => {
        const hostile = given.map((row) => ({
          ...row,
          title: `=cmd|' /C calc'!A0 ${row.title}`,
          status: '@SUM(1)',
          team: '+1+1',
          unit: '-2+3',
        }));
        for (const row of importRowsRaw(toCsv(hostile, preset)))
          for (const cell of row) assert.ok(!dangerous.test(cell) || number.test(cell), cell);
      }),
      { numRuns: 40 },
    );
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '=', '+', '-', '@', "'", "'=", "''-"), (text, lead) => {
        assert.equal(restore(neutralise(lead + text)), lead + text);
      }),
    );
  });

  it('leave numbers with a sign alone', () => {
    for (const text of ['-5', '+3,5 %', '-1.200', '12']) assert.equal(neutralise(text), text);
    for (const text of ['-2+3', '=1', '@linh', '+a', '-', "-1'"]) assert.equal(neutralise(text), `'${text}`);
  });
});

/** The bare cells of a CSV text, by a reader that knows nothing of ours. */
function importRowsRaw(csv: string): string[][] {
  const table: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at] as string;
    if (quoted && sign === '"' && csv[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || sign === '\n')) {
      row.push(cell);
      cell = '';
      if (sign === '\n') {
        table.push(row);
        row = [];
      }
    } else cell += sign;
  }
  return table;
}

describe("other tools' tables", () => {
  for (const preset of PRESETS) {
    it(`${preset.name}: objectives come back with their key results`, () => {
      const csv = toCsv(sample(), preset);
      const imported = importRows(csv);
      assert.equal(imported.from, preset.name);
      const titles = (type: string) =>
        imported.rows.filter((row) => row.type === type).map(({ title }) => title);
      assert.ok(titles('objective').includes('Retailers renew without being asked'));
      const everything = imported.rows.map(({ title }) => title);
      for (const { type, title } of sample())
        if (type !== 'initiative') assert.ok(everything.includes(title), title);
      // Engagedly's table has no column for what stands above.
      if (preset.id !== 'engagedly')
        assert.ok(titles('key_result').includes('Raise 5* reviews from 10% to 20%'));
    });
  }

  it('Appfire: numbers the tree and writes its own words', () => {
    const [head, objective, first] = importRowsRaw(toCsv(sample(), presetOf('appfire')));
    const cellOf = (row: string[] | undefined, name: string) => row?.[head?.indexOf(name) ?? -1];
    assert.equal(cellOf(objective, 'Order'), '1');
    assert.equal(cellOf(first, 'Order'), '1.1');
    assert.equal(cellOf(first, 'Type'), 'Key result');
    assert.equal(cellOf(first, 'Period'), 'Q3 Y2026');
    assert.equal(cellOf(first, 'Target value'), '45');
  });

  it('Culture Amp: key results are columns, completion goes in steps of 5 %', () => {
    const [head, objective] = importRowsRaw(toCsv(sample(), presetOf('culture-amp')));
    assert.equal(objective?.[head?.indexOf('key_result_1_completion') ?? -1], '0.25');
    assert.equal(objective?.[head?.indexOf('key_result_3_title') ?? -1], 'Call more customers');
  });

  it('may be separated by semicolons, as spreadsheets do in Vietnam', () => {
    const { rows: read } = importRows(
      'type;title;target\nobjective;Khách hàng quay lại;\nkey_result;Tỷ lệ mua lại;1,5\n',
    );
    assert.equal(read[1]?.target, '1,5');
  });
});

describe('bad tables', () => {
  const failing = (text: string) => {
    try {
      importRows(text);
    } catch (error) {
      assert.ok(error instanceof ImportError, String(error));
      return error.message;
    }
    return assert.fail('imported');
  };

  it('are refused with a reason', () => {
    assert.match(failing(''), /empty/);
    assert.match(failing('a,b\n1,2\n'), /"type" and "title"/);
    assert.match(failing('type,title\nobjective,"open\n'), /quotation mark/);
    assert.match(failing('{"a": 1'), /no valid JSON/);
    assert.match(failing('{"a": 1}'), /objectives/);
  });

  it('say which row has a type that is none, and keep the others', () => {
    const { rows: read, problems } = importRows('type,title\nobjective,A\nepic,B\nkr,C\n');
    assert.deepEqual(
      read.map(({ title }) => title),
      ['A', 'C'],
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3],
    );
  });

  it('never end in anything but an ImportError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.string()).map((cells) => `type,title\n${cells.join(',')}`),
        ),
        (text) => {
          try {
            toMarkdown(service, importRows(text).rows, TODAY);
          } catch (error) {
            assert.ok(error instanceof ImportError, String((error as Error).stack));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("Lark's JSON", () => {
  const LARK = {
    code: 0,
    data: {
      cycle: { id: '7', start_time: '1782835200000', end_time: '1790783999000' },
      objectives: [
        {
          id: '711',
          content: {
            blocks: [
              {
                block_element_type: 'paragraph',
                paragraph: {
                  elements: [{ text_run: { text: 'Retailers renew' } }, { text_run: { text: ' early' } }],
                },
              },
            ],
          },
          weight: 0.6,
          score: 0.4,
          key_results: [
            {
              id: '712',
              content: 'Renewal rate',
              deadline: '2026-09-30 23:59:59',
              indicator: {
                start_value: 70,
                target_value: 85,
                current_value: 76,
                indicator_status: 1,
                unit: { unit_type: 0, unit_value: 'PERCENT' },
              },
            },
          ],
        },
      ],
    },
  };

  it('becomes rows', () => {
    const [objective, kr] = importRows(JSON.stringify(LARK)).rows;
    assert.equal(objective?.title, 'Retailers renew early');
    assert.equal(objective?.cycle, '2026-07-01 – 2026-09-30');
    assert.equal(objective?.weight, '0.6');
    assert.deepEqual(
      {
        from: kr?.baseline,
        to: kr?.target,
        now: kr?.current,
        unit: kr?.unit,
        status: kr?.status,
        due: kr?.due_date,
        under: kr?.parent_id,
      },
      {
        from: '70',
        to: '85',
        now: '76',
        unit: '%',
        status: 'at risk',
        due: '2026-09-30',
        under: objective?.id,
      },
    );
  });

  it('becomes a document with the same values', () => {
    const { text, problems } = toMarkdown(service, importRows(JSON.stringify(LARK)).rows, TODAY);
    assert.deepEqual(problems, []);
    const [, kr] = rowsOf(service, requestFor(text));
    assert.equal(kr?.target, '85');
    assert.equal(kr?.progress, '40%');
  });

  it('is not polluted by odd keys', () => {
    importRows(
      '{"objectives":[{"__proto__":{"polluted":1},"constructor":{"x":1},"content":"A","key_results":[]}]}',
    );
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });
});

describe('JSON', () => {
  it('is as its schema says', () => {
    const schema = JSON.parse(
      readFileSync(path.join(ROOT, 'schemas/okr-export.schema.json'), 'utf8'),
    ) as object;
    const validate = new Ajv2020({ strict: true }).compile(schema);
    const scorecard = service.scorecard(requestFor(SAMPLE));
    const value: unknown = JSON.parse(toJson([{ ...scorecard, file: 'team.okr.md' }]));
    assert.ok(validate(value), JSON.stringify(validate.errors, null, 1));
    const { documents } = value as {
      documents: { objectives: { line: number; keyResults: { class: string }[] }[] }[];
    };
    assert.equal(
      documents[0]?.objectives[0]?.line,
      SAMPLE.split('\n').findIndex((line) => line.startsWith('## O1')) + 1,
    );
    assert.equal(documents[0]?.objectives[0]?.keyResults[2]?.class, 'activity');
  });
});

describe('the HTML scorecard', () => {
  const html = (text: string) => toHtml([service.scorecard(requestFor(text))], TODAY);

  it('shows objectives, values and progress', () => {
    const page = html(SAMPLE);
    for (const text of ['Retailers renew', '62 days', '24%', 'not measurable yet', 'As of 2026-08-20'])
      assert.ok(page.includes(text), text);
  });

  it('speaks Vietnamese for Vietnamese documents', () => {
    assert.match(
      html('## Mục tiêu 1: Khách hàng quay lại\n- KR 1: Tăng tỷ lệ mua lại từ 20% lên 35%\n'),
      /Kết quả then chốt/,
    );
  });

  it('runs and loads nothing, whatever the document holds', () => {
    const hostile = `<script>alert(1)</script> <img src=x onerror=alert(1)> "' onmouseover=x {owner="<b>x"}`;
    const page = html(
      `# ${hostile}\n## Objective 1: ${hostile}\n- KR 1: Raise "><script>x</script> from 1 to 2 @a<b>\n`,
    );
    assert.doesNotMatch(page, /<script|<img|<b>|onerror=alert\(1\)>|https?:\/\//u);
    assert.match(page, /default-src 'none'/);
  });

  it('says so where there is nothing', () => {
    assert.match(toHtml([], TODAY), /No objectives were found/);
  });
});
