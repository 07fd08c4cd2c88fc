import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import {
  createOkrLanguageService,
  DEFAULT_SETTINGS,
  type DocumentRequest,
  type LintSettings,
  plainText,
} from '../../server/src/service';

const service = createOkrLanguageService();

function request(
  text: string,
  settings: Partial<LintSettings> = {},
  path = '/docs/team.okr.md',
): DocumentRequest {
  return {
    document: service.read(text, { path }),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    path,
    today: '2026-08-01',
  };
}

/** `rule@words` of the warnings and errors, in document order. */
function warnings(req: DocumentRequest): string[] {
  return service
    .diagnose(req)
    .filter(({ severity }) => severity === 'warning' || severity === 'error')
    .map(({ ruleId, span }) => `${ruleId}@${req.document.text.slice(span.start, span.end)}`);
}

const ruleIds = (req: DocumentRequest) => service.diagnose(req).map(({ ruleId }) => ruleId);

const okr = (...keyResults: string[]) =>
  [
    '## Objective 1: Restaurants reorder without being asked',
    '',
    ...keyResults.map((kr) => `- KR: ${kr}`),
    '',
  ].join('\n');

const GOOD = 'Raise the share of repeat orders from 22% to 35%';
const ALSO_GOOD = 'Cut the time to reorder from 9 minutes to 2 minutes';
const ACTIVITY = 'Phone more restaurant owners';

describe('the service', () => {
  it('warns of the activity and of nothing else', () => {
    const found = warnings(request(okr(GOOD, ALSO_GOOD, ACTIVITY)));
    strictEqual(found.length, 1);
    match(found[0] ?? '', /^kr-activity@/);
  });

  it('says it in one plain line, with the address of the rule page', () => {
    const [diagnosis] = service
      .diagnose(request(okr(GOOD, ACTIVITY)))
      .filter((d) => d.severity === 'warning');
    ok(diagnosis);
    ok(!/[\n*_`<>]/.test(diagnosis.message), diagnosis.message);
    match(diagnosis.url, /\/kr-activity\.md$/);
  });

  it('answers each sentence in its own language, or in the one that is set', () => {
    const text = okr(GOOD, ACTIVITY, 'Gọi cho nhiều nhà hàng hơn');
    const messages = (settings: Partial<LintSettings>) =>
      service
        .diagnose(request(text, settings))
        .filter(({ severity }) => severity === 'warning')
        .map(({ message }) => message.includes('Hãy'));
    deepStrictEqual(messages({}), [false, true]);
    deepStrictEqual(messages({ language: 'vi' }), [true, true]);
    deepStrictEqual(messages({ language: 'en' }), [false, false]);
  });

  it('judges a short sentence in the language of its section, not of the whole document', () => {
    const vietnamese = '## Mục tiêu 2: Nhà hàng tự đặt lại\n\n- KR: Gọi cho nhiều nhà hàng hơn\n'.repeat(4);
    const text = `${okr(GOOD, ALSO_GOOD, 'Better handovers')}\n${vietnamese}`;
    const [first] = service.diagnose(request(text)).filter(({ severity }) => severity === 'warning');
    strictEqual(first?.language, 'en');
  });

  it('is silent where the text is no OKR document', () => {
    deepStrictEqual(ruleIds(request('# Shopping\n\n- call more customers\n', {}, '/README.md')), []);
  });

  it('takes severities from the settings', () => {
    deepStrictEqual(
      warnings(
        request(okr(GOOD, ALSO_GOOD, ACTIVITY), {
          rules: { 'kr-activity': 'off', 'kr-vague-quantity': 'off', 'kr-no-number': 'off' },
        }),
      ),
      [],
    );
    const [error] = service
      .diagnose(request(okr(GOOD, ACTIVITY), { rules: { 'kr-activity': 'error' } }))
      .filter(({ severity }) => severity === 'error');
    strictEqual(error?.ruleId, 'kr-activity');
  });

  describe('hover', () => {
    const text = okr(GOOD, ACTIVITY);
    it('explains a flagged key result', () => {
      const req = request(text);
      const hover = service.hover(req, text.indexOf(ACTIVITY) + 2);
      ok(hover);
      strictEqual(text.slice(hover.span.start, hover.span.end), ACTIVITY);
      match(hover.markdown, /Phone/);
      match(hover.markdown, /kr-activity\.md/);
    });
    it('praises a good one', () => {
      const hover = service.hover(request(text), text.indexOf(GOOD) + 2);
      ok(hover && !hover.markdown.includes('kr-activity'));
    });
    it('says nothing on empty lines and prose', () => {
      strictEqual(service.hover(request(`Some words.\n\n${text}`), 3), undefined);
    });
    it('shows nothing of the document as Markdown', () => {
      const hostile = okr(
        'Call <img src=x onerror=alert(1)> [more](command:evil) `customers` ![x](http://x/y.png)',
      );
      const hover = service.hover(request(hostile), hostile.indexOf('Call') + 1);
      ok(hover);
      ok(!/(?<!\\)<img/.test(hover.markdown), hover.markdown);
      ok(!/\]\(command:/.test(hover.markdown), hover.markdown);
      ok(!/!\[/.test(hover.markdown.replaceAll('\\!', '').replaceAll('\\[', '')), hover.markdown);
    });
  });

  describe('suggestions', () => {
    it('offer rewrites whose result has no warning, and invent no number', () => {
      const text = okr(GOOD, ALSO_GOOD, ACTIVITY);
      const req = request(text);
      const at = text.indexOf(ACTIVITY);
      const offers = service.suggestions(req, { start: at, end: at });
      const rewordings = offers.filter(({ suggestion }) => suggestion.statement);
      ok(rewordings.length >= 3, `only ${rewordings.length} rewordings`);
      for (const { suggestion } of rewordings) {
        const [edit] = suggestion.edits;
        ok(edit && suggestion.edits.length === 1);
        ok(!/\d/.test(plainText(edit.parts)), plainText(edit.parts));
        const unfilled = text.slice(0, edit.span.start) + plainText(edit.parts) + text.slice(edit.span.end);
        deepStrictEqual(warnings(request(unfilled)), [], 'places still to fill are no reproach');
        const filled = edit.parts
          .map((part, n) => (typeof part === 'string' ? part : String(10 + 5 * n)))
          .join('');
        const after = text.slice(0, edit.span.start) + filled + text.slice(edit.span.end);
        deepStrictEqual(warnings(request(after)), [], filled);
      }
    });
    it('are none for a good key result without findings', () => {
      const text = okr(GOOD, ALSO_GOOD);
      const at = text.indexOf(GOOD);
      const offers = service.suggestions(request(text), { start: at, end: at });
      ok(offers.every(({ finding }) => finding.severity === 'hint' || finding.severity === 'information'));
    });
  });

  describe('suppression comments', () => {
    const withComment = (comment: string) =>
      okr(GOOD, ALSO_GOOD, ACTIVITY).replace(`- KR: ${ACTIVITY}`, `${comment}\n- KR: ${ACTIVITY}`);
    it('silence the next line', () => {
      deepStrictEqual(
        warnings(request(withComment('<!-- okrlint-disable-next-line kr-activity: agreed -->'))),
        [],
      );
      deepStrictEqual(warnings(request(withComment('<!-- okrlint-disable-next-line -->'))), []);
    });
    it('silence a block, the same line, the file', () => {
      const block = withComment('<!-- okrlint-disable kr-activity -->');
      deepStrictEqual(warnings(request(block)), []);
      const ended = `${block}\n<!-- okrlint-enable kr-activity -->\n\n- KR: ${ACTIVITY} again\n`;
      strictEqual(warnings(request(ended)).length, 1);
      const line = okr(GOOD, ALSO_GOOD, `${ACTIVITY} <!-- okrlint-disable-line kr-activity -->`);
      deepStrictEqual(warnings(request(line)), []);
      deepStrictEqual(
        warnings(request(`<!-- okrlint-disable-file kr-activity -->\n\n${okr(GOOD, ALSO_GOOD, ACTIVITY)}`)),
        [],
      );
    });
    it('are reported where they silence nothing or name no rule', () => {
      const useless = okr(GOOD, ALSO_GOOD).replace(
        '- KR',
        '<!-- okrlint-disable-next-line kr-activity -->\n- KR',
      );
      deepStrictEqual(ruleIds(request(useless)).filter((id) => id === 'unused-suppression').length, 1);
      const unknown = withComment('<!-- okrlint-disable-next-line no-such-rule -->');
      ok(ruleIds(request(unknown)).includes('unused-suppression'));
      ok(ruleIds(request(unknown)).includes('kr-activity'));
    });
  });

  it('gives the same findings for a document that was edited as for one read afresh', () => {
    let text = okr(GOOD, ALSO_GOOD, ACTIVITY).repeat(3);
    let document = service.read(text, { path: '/x.okr.md' });
    const edit = (start: number, end: number, newText: string) => {
      text = text.slice(0, start) + newText + text.slice(end);
      document = service.update(document, text, [{ span: { start, end }, newText }], { path: '/x.okr.md' });
      const base = request(text, {}, '/x.okr.md');
      const seen = (req: DocumentRequest) =>
        service.diagnose(req).map(({ ruleId, span, message }) => ({ ruleId, span, message }));
      deepStrictEqual(seen({ ...base, document }), seen(base));
    };
    const at = text.lastIndexOf(ACTIVITY);
    for (const [n, letter] of [...'Reach 40 reorders a week '].entries()) edit(at + n, at + n, letter);
    edit(0, 0, '# Quý 3\n\n');
    edit(text.indexOf(GOOD), text.indexOf(GOOD) + GOOD.length, 'Gọi thêm khách');
    edit(0, text.length, okr(ACTIVITY));
  });

  it('takes the front matter and the objective into account in the hover', () => {
    const text = `---\nokr: 1\ncycle: 2026-Q3\nteam: Sales\nowner: "@linh"\n---\n\n${okr(GOOD, ACTIVITY)}`;
    const hover = service.hover(request(text), text.indexOf(ACTIVITY) + 1);
    ok(hover?.markdown.replaceAll('\\', '').includes('2026-Q3'), hover?.markdown);
  });

  it('outlines objectives with their key results', () => {
    const text = okr(GOOD, ACTIVITY);
    const [objective] = service.outline(service.read(text, { path: '/x.okr.md' }));
    strictEqual(objective?.kind, 'objective');
    match(objective.name, /Restaurants reorder/);
    strictEqual(objective.children.length, 2);
    ok(objective.span.end >= (objective.children[1]?.span.end ?? 0));
  });

  it('never throws, whatever the text', () => {
    for (const text of [
      '',
      '\0\0\0',
      '\ufeff',
      '\r',
      '# ',
      '- ',
      '```\n# Objective: x\n- KR1: call',
      '<!--',
      '---\nokr: 1',
      '\ud800 Objective: x\n- KR: \udc00',
      `# OKR\n${'x'.repeat(1_000_000)}`,
      `## Objective 1: x\n- KR 1: ${'???‹'.repeat(50_000)}`,
      '## Objective 1: a\r\n- KR1: call more\r\n',
      '## Objective 1:\n- KR1:\n',
    ]) {
      const req = request(text);
      for (const { span, message } of service.diagnose(req)) {
        ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        ok(message.length > 0);
      }
      service.hover(req, 0);
      service.hover(req, text.length);
      service.suggestions(req, { start: 0, end: text.length });
      service.outline(req.document);
    }
  });
});

describe('documents in a language that okrlint does not know', () => {
  const french = (...keyResults: string[]) =>
    ['## Objectif 1 : Nos clients nous recommandent', '', ...keyResults.map((kr) => `- KR: ${kr}`), ''].join(
      '\n',
    );
  const FRENCH = [
    'Appeler plus de clients',
    'Réduire le churn de 8% à 5%',
    'NPS 50',
    'Organiser 4 ateliers avec les clients',
  ];

  it('are told one thing at most: where no number is to be seen', () => {
    const req = request(french(...FRENCH));
    const found = service.diagnose(req).filter(({ item }) => item?.item.kind === 'key-result');
    deepStrictEqual(
      found.map(({ ruleId, severity }) => `${ruleId} ${severity}`),
      ['kr-no-number information'],
    );
    match(found[0]?.message ?? '', /Appeler plus de clients/);
    for (const finding of found)
      for (const suggestion of service.suggestionsFor(req, finding)) match(suggestion.title, /^Ignore /);
  });

  it('are told so in every profile, and in the reader’s language', () => {
    for (const profile of ['source', 'google', 'strict'] as const) {
      const found = service.diagnose(request(french(...FRENCH), { profile, language: 'vi' }));
      const krs = found.filter(({ item }) => item?.item.kind === 'key-result');
      deepStrictEqual([...new Set(krs.map(({ ruleId }) => ruleId))], ['kr-no-number']);
      match(krs[0]?.message ?? '', /Không thấy con số/);
    }
  });

  it('still have their arithmetic checked', () => {
    ok(ruleIds(request(french('NPS : 45 → 45', ...FRENCH))).includes('no-change'));
  });

  it('may name their language in the front matter', () => {
    const text = (lang: string) => `---\nlang: ${lang}\n---\n${okr('Portal Redesign', 'Call customers')}`;
    ok(ruleIds(request(text('en'))).includes('kr-activity'));
    ok(!ruleIds(request(text('de'))).includes('kr-activity'));
  });

  it('do not silence the English and Vietnamese statements in them', () => {
    const found = ruleIds(request(french(...FRENCH, 'Gọi thêm khách hàng', 'Call more of the customers')));
    strictEqual(found.filter((id) => id === 'kr-activity').length, 2);
  });

  it('in Chinese have no counted activities', () => {
    const text = [
      '# OKR',
      '',
      '## Objective 1: 客户喜欢我们的产品',
      '',
      '- KR: 将净推荐值从 31 提升到 45',
      '- KR: 多打电话',
      '',
    ].join('\n');
    deepStrictEqual(
      service
        .diagnose(request(text))
        .filter(({ item }) => item?.item.kind === 'key-result')
        .map(({ ruleId, severity }) => `${ruleId} ${severity}`),
      ['kr-no-number information'],
    );
  });
});
