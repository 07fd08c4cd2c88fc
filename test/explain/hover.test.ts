import assert from 'node:assert/strict';
import type { Field, Item } from '../../server/src/document/model';
import { type HoverInput, hoverOf, messageOf } from '../../server/src/explain';
import { checkStatement, resolveSeverities } from '../../server/src/rules';
import { analyse } from '../../server/src/statement';
import type { TeamMetric } from '../../server/src/teams/knowledge';
import type { Language } from '../../server/src/text/language';
import { itemOf } from '../rules/cases';

const metric = (name: string, unit: string): TeamMetric => ({
  id: name.replaceAll(' ', '-'),
  name,
  unit,
  direction: 'increase',
  definition: name,
  topics: [],
});

const field = (name: Field['name'], value: string): Field => ({
  name,
  value,
  valueSpan: { start: 0, end: 0 },
  span: { start: 0, end: 0 },
});

interface Options extends Partial<Omit<HoverInput, 'item' | 'facts' | 'findings' | 'language'>> {
  readonly language?: Language;
  readonly fields?: readonly Field[];
  readonly kind?: Item['kind'];
}

function hover(
  text: string,
  { language = 'en', fields = [], kind = 'key-result', ...rest }: Options = {},
): string {
  const item = itemOf({ kind: kind === 'objective' ? kind : 'key-result', text, fields });
  const facts = analyse(text, language);
  return hoverOf({
    item,
    facts,
    findings: checkStatement({ item, facts }, resolveSeverities('source')),
    objective: analyse('Dealers restock without ever calling us', 'en'),
    metrics: [],
    hasOwner: false,
    rulePageUrl: (id) => `https://docs.example/${id}`,
    language,
    ...rest,
  });
}

/** Lines as a reader sees them: blank lines part paragraphs, two spaces end a line. */
function visibleLines(markdown: string): string[] {
  return markdown.split('\n').filter((line) => line.trim() !== '');
}

describe('hover', () => {
  it('explains an activity: verdict, the words, the question, the criteria, numbers, an example, where to read on', () => {
    const text = hover('Phone the dormant accounts', {
      metrics: [
        metric('reactivation rate', '%'),
        metric('orders', ' a month'),
        metric('c', ''),
        metric('d', ''),
      ],
      example: { before: 'Phone the dormant accounts', after: 'Raise the reactivation rate from 4% to 9%' },
    });
    const lines = visibleLines(text);
    assert.equal(
      lines[0],
      '**An activity, not a result** · “Phone the dormant accounts” · [About kr-activity](https://docs.example/kr-activity)',
    );
    assert.match(lines[1] ?? '', /^Work can be finished without anything changing/);
    assert.match(text, /\*\*Ask:\*\* \*If this is done and nothing changes for a customer/);
    assert.match(text, /– \*\*Measurable:\*\* no number to reach/);
    assert.match(text, /✓ \*\*Relevant:\*\*/);
    assert.match(text, /:\*\* orders \(a month\) · d\n/);
    assert.match(text, /\*\*Before:\*\* Phone the dormant accounts {2}\n\*\*After:\*\* Raise/);
    assert.ok(text.indexOf('**After:**') < text.indexOf('**Measurable:**'), 'what helps most comes first');
  });

  it('says of a sound key result what is good about it, and what would make it stronger', () => {
    const sound = hover('Raise renewal rate from 84% to 92% by 30 June', { hasOwner: true });
    assert.match(sound, /^\*\*A measurable result\*\*/);
    assert.match(sound, /\*\*Good:\*\* it says from where to where: “84% to 92%”/);
    assert.doesNotMatch(sound, /Also|Ask/);
    const bare = hover('Raise renewal rate to 92%');
    assert.match(bare, /^\*\*A measurable result\*\*/);
    assert.match(bare, /\*\*Also:\*\* “92%” is the target\. Add where it stands today/);
  });

  it('shows for each criterion what the text and its fields show', () => {
    const text = hover('Raise renewal rate to 92%', {
      fields: [field('owner', '@linh'), field('current', '86%'), field('due', '2026-09-30')],
    });
    assert.match(text, /✓ \*\*Specific:\*\* “renewal rate”/);
    assert.match(text, /✓ \*\*Measurable:\*\* “92%”/);
    assert.match(text, /✓ \*\*Achievable:\*\* starts at “86%”/);
    assert.match(text, /✓ \*\*Time-bound:\*\* due “2026\\-09\\-30”/);
    assert.match(text, /✓ \*\*Transparent:\*\* “\\@linh”/);
    assert.match(text, /✓ \*\*Tracked:\*\* “86%”/);
    assert.match(
      hover('Raise renewal rate to 92%', { documentDue: '2026-Q3' }),
      /✓ \*\*Time-bound:\*\* cycle “2026\\-Q3”/,
    );
  });

  it('speaks Vietnamese', () => {
    const text = hover('Gọi lại cho khách hàng cũ', { language: 'vi' });
    assert.match(text, /^\*\*Là hoạt động, chưa phải kết quả\*\*/);
    assert.match(text, /– \*\*Đo lường được:\*\* chưa có con số cần đạt/);
    assert.match(text, /\*\*Hãy tự hỏi:\*\*/);
  });

  it('answers in the asked language, quoting the sentence in its own', () => {
    const item = itemOf({ kind: 'key-result', text: 'Phone the dormant accounts', fields: [] });
    const [finding] = checkStatement(
      { item, facts: analyse(item.statement.text, 'en') },
      resolveSeverities('source'),
    );
    assert.ok(finding);
    assert.match(messageOf(finding, 'vi'), /^“Phone the dormant accounts” là việc cần làm/);
  });

  it('quotes no half of what an activity is about', () => {
    const text = hover('Train 40 caregivers in the use of the lifting hoist');
    assert.match(text, /✓ \*\*Specific:\*\* says what it is about/);
  });

  it('gives the reason of what was found, not that of all such findings', () => {
    assert.match(hover('Hire 3 cooks'), /People hired and money spent are the price of a result/);
    assert.match(hover('Train 40% of the cooks'), /share of work done/i);
    assert.match(hover('Run 3 tastings'), /The count shows how much was done/);
  });

  it('keeps an objective short: no criteria list', () => {
    const text = hover('Improve quality', { kind: 'objective' });
    assert.match(text, /^\*\*A vague objective\*\*/);
    assert.doesNotMatch(text, /✓|–/);
    assert.ok(visibleLines(text).length <= 6);
  });

  it('fits on a laptop screen with everything in it', () => {
    const long =
      'Organise many very long partner breakfasts and several follow-up visits with the regional dealers '.repeat(
        3,
      );
    const text = hover(long, {
      metrics: [metric('a'.repeat(60), '%'), metric('b'.repeat(60), '%'), metric('c', '%')],
      example: { before: 'x'.repeat(100), after: 'y'.repeat(100) },
      fields: [field('owner', 'z'.repeat(300)), field('current', 'w'.repeat(300))],
    });
    // A hover is about 110 characters wide; longer lines wrap.
    const rows = visibleLines(text).reduce((sum, line) => sum + Math.ceil(line.length / 110), 0);
    assert.ok(rows <= 22, `${rows} rows:\n${text}`);
  });

  const hostile = [
    'Call [customers](command:workbench.action.quit) and ![x](https://evil.example/x.png)',
    'Launch <img src=x onerror=alert(1)> `code` **now**',
    'Buy <a href="https://evil.example">machines</a> | https://evil.example | www.evil.example',
    'Hire \u202Eevil\u202C people # heading',
  ];
  for (const text of hostile)
    it(`lets nothing of ${JSON.stringify(text)} through as markup`, () => {
      const markdown = hover(text, { fields: [field('owner', text), field('current', text)] });
      const unescaped = markdown.replaceAll(/\\[!-/:-@[-`{-~]/gu, '');
      const links = unescaped.match(/\]\([^)]*\)/gu) ?? [];
      assert.deepEqual(
        links.filter((link) => !link.startsWith('](https://docs.example/')),
        [],
      );
      assert.doesNotMatch(unescaped, /[<>`]|\u202E|evil\.example|command:|!\[/u);
    });
});
