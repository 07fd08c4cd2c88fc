import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { previewPlugin } from '../../../client/src/preview/plugin';
import type { Goal, Plan, Result } from '../../../client/src/scorecard/model';

const URI = 'file:///work/team.okr.md';
const ENV = { currentDocument: { toString: () => URI } };

const result = (line: number, text: string, more: Partial<Result> = {}): Result => ({
  line,
  label: '',
  text,
  owners: [],
  verdict: 'outcome',
  measurable: true,
  ...more,
});
const planOf = (results: readonly Result[], goal: Partial<Goal> = {}): Plan => ({
  uri: URI,
  name: 'team.okr.md',
  objectives: [{ key: 'o', line: 0, text: 'Grow', owners: [], supports: [], results, ...goal }],
});
const engine = (plan: Plan | undefined, language: 'en' | 'vi' = 'en') =>
  new MarkdownIt({ html: true }).use(
    previewPlugin((uri) => (uri === URI && plan ? { plan, language } : undefined)),
  );
const render = (text: string, plan: Plan | undefined, language: 'en' | 'vi' = 'en') =>
  engine(plan, language).render(text, ENV);
const marks = (html: string) => html.match(/okrlint-marks/g)?.length ?? 0;

describe('the plugin of the Markdown preview', () => {
  const text = '# Grow\n\n- KR1: Raise the win rate from 18% to 25%\n- KR2: Call more customers\n';
  const plan = planOf([
    result(2, 'Raise the win rate from 18% to 25%', { progress: 0.43, elapsed: 0.5, pace: 'on-track' }),
    result(3, 'Call more customers', { verdict: 'activity', problem: 'This is an activity.' }),
  ]);

  it('puts verdict, progress and pace behind each key result', () => {
    const html = render(text, plan);
    assert.equal(marks(html), 2);
    assert.match(
      html,
      /25% <span class="okrlint-marks">.*measurable.*43% of the way, 50% of the time.*on track.*<\/li>/,
    );
    assert.match(html, /customers <span class="okrlint-marks">.*title="This is an activity\.">activity</);
  });

  it('speaks Vietnamese', () => {
    assert.match(render(text, plan, 'vi'), /hoạt động/);
  });

  it('shows the progress of an objective in its heading', () => {
    assert.match(
      render('# Grow\n', planOf([], { progress: 0.4 })),
      /<h1>Grow <span class="okrlint-marks"><svg/,
    );
    assert.equal(render('# Grow\n', planOf([])), '<h1>Grow</h1>\n');
  });

  it('keeps marks out of the heading itself, from which VS Code makes its id', () => {
    const md = engine(planOf([], { progress: 0.4 }));
    let inside = '';
    md.renderer.rules.heading_open = (tokens, index) => {
      inside = JSON.stringify(tokens[index + 1]?.children);
      return '<h1>';
    };
    md.render('# Grow\n', ENV);
    assert.ok(!inside.includes('okrlint'), inside);
  });

  describe('attributes in braces', () => {
    const shown = (html: string) =>
      html
        .replace(/<span class="okrlint-block">.*?<\/span>/gu, '')
        .replace(/<[^>]*>/gu, '')
        .replace(/ +/gu, ' ');
    const heading = (block: string) => render(`# Grow ${block}\n`, planOf([]));

    it('are shown in words, ids not at all', () => {
      assert.equal(shown(heading('{#o1}')).trim(), 'Grow');
      assert.equal(shown(heading('{#o1 ^company/c1}')).trim(), 'Grow ↗ company/c1');
      const block = '{owner=@linh due=2026-12-15 now=58 status="at risk"}';
      assert.equal(shown(heading(block)).trim(), 'Grow @linh due 2026-12-15 now 58 at risk');
    });

    it('stay in the text from which VS Code makes the id of a heading', () => {
      const md = engine(planOf([]));
      let inside = '';
      md.renderer.rules.heading_open = (tokens, index) => {
        const children = tokens[index + 1]?.children ?? [];
        inside = children.map(({ type, content }) => (type === 'text' ? content : '')).join('');
        return '<h1>';
      };
      md.render('# Grow {#o1 ^c1}\n', ENV);
      assert.equal(inside, 'Grow {#o1 ^c1}');
    });

    it('are escaped, and braces with anything else are left as they are', () => {
      assert.ok(!heading('{owner=<b>x</b>}').includes('okrlint-chip"><b>'));
      for (const block of ['{see appendix}', '{}', '{ }', '{#}', '{{#o1}}', '{a=1, b=2 c}'])
        assert.ok(shown(heading(block)).includes(block), block);
    });

    it('are hidden in each of several lines of a paragraph', () => {
      const html = render(
        'KR1: First thing {#k1 owner=@an}\nKR2: Second thing {w=0.3}\n',
        planOf([result(0, 'First thing'), result(1, 'Second thing')]),
      );
      assert.match(shown(html), /^KR1: First thing @an measurable\s+KR2: Second thing w 0\.3 measurable/u);
    });
  });

  it('marks only sentences that still stand in their line', () => {
    assert.equal(marks(render('# Grow\n\n- KR1: Something else\n- KR2: New\n', plan)), 0);
  });

  it('finds several key results in one paragraph, each on its line', () => {
    const html = render(
      'KR1: First thing\nKR2: Second thing\nwith a second line\n',
      planOf([result(0, 'First thing'), result(1, 'Second thing with a second line')]),
    );
    assert.match(html, /First thing <span class="okrlint-marks">.*<\/span><\/span>\nKR2/);
    assert.match(html, /second line <span class="okrlint-marks">/);
    assert.equal(marks(html), 2);
  });

  it('finds key results in table rows', () => {
    const html = render(
      '| KR | Owner |\n|---|---|\n| First thing | An |\n| Second thing | First thing |\n',
      planOf([result(2, 'First thing'), result(3, 'Second thing')]),
    );
    assert.match(html, /<td>First thing <span class="okrlint-marks">/);
    assert.match(html, /<td>Second thing <span class="okrlint-marks">/);
    assert.equal(marks(html), 2);
  });

  it('escapes everything', () => {
    const problem = '"><img src=x onerror=alert(1)>';
    const html = render('- Call\n', planOf([result(0, 'Call', { verdict: 'activity', problem })]));
    assert.ok(!html.includes('<img'), html);
    assert.ok(!html.includes('""'), html);
  });

  it('leaves the tokens alone, which VS Code keeps', () => {
    const md = engine(plan);
    const tokens = md.parse(text, {});
    const before = JSON.stringify(tokens);
    const first = md.renderer.render(tokens, md.options, ENV);
    assert.equal(JSON.stringify(tokens), before);
    assert.equal(md.renderer.render(tokens, md.options, ENV), first);
  });

  it('survives a fault of the caller and odd environments', () => {
    const plain = new MarkdownIt().render(text);
    const faulty = new MarkdownIt().use(
      previewPlugin(() => {
        throw new Error('no');
      }),
    );
    assert.equal(faulty.render(text, ENV), plain);
    for (const env of [undefined, {}, { currentDocument: null }, { currentDocument: 1 }])
      assert.equal(engine(plan).render(text, env), plain);
  });

  it('renders what is no OKR document as if it were not there', () => {
    const plain = new MarkdownIt({ html: true });
    const ours = engine(undefined);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'# -|*_[](){}<>`\n1aKR:"&'), maxLength: 200 }),
        (source) => {
          assert.equal(ours.render(source, ENV), plain.render(source, ENV));
        },
      ),
    );
  });

  it('never loses a character of an OKR document', () => {
    const plain = new MarkdownIt({ html: true });
    const parts = fc.constantFrom(
      'KR1: First',
      '\n',
      '\n\n',
      '- ',
      '**',
      '| ',
      '|---|',
      '`',
      '  \n',
      '> ',
      '# ',
    );
    const goals = planOf([0, 1, 2, 3, 4, 5].map((line) => result(line, 'First')));
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 25 }), (chosen) => {
        const source = chosen.join('');
        const marked = engine(goals).render(source, ENV);
        assert.equal(
          marked.replace(/ <span class="okrlint-marks">.*?<\/span><\/span>/g, ''),
          plain.render(source, ENV),
        );
      }),
    );
  });
});
