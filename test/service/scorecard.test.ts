import assert from 'node:assert/strict';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';

const TEXT = `---
okr: 1
cycle: 2026-Q3
team: Sales
owner: "@minh"
---

# Sales OKRs

## O1: Customers come back on their own {#o1 ^company/o2}

- KR1: Raise renewal rate from 80% to 90% (now: 85%) @linh ~7/10 updated:2026-08-10
- KR2: Call more customers
- KR3: Cut returns from 9% to 5% => 9%
- ~~KR4: Win 4 shops~~
`;

describe('scorecard', () => {
  const service = createOkrLanguageService();
  const document = service.read(TEXT, { path: 'okrs/sales.okr.md' });
  const request = { document, settings: DEFAULT_SETTINGS, today: '2026-08-15', path: 'okrs/sales.okr.md' };
  const card = service.scorecard(request);

  it('is plain JSON', () => assert.deepEqual(JSON.parse(JSON.stringify(card)), card));

  it('names the document', () => {
    assert.deepEqual(
      [card.path, card.title, card.team, card.language, card.cycle?.end],
      ['okrs/sales.okr.md', 'Sales OKRs', 'Sales', 'en', '2026-09-30'],
    );
  });

  it('rolls the key results up', () => {
    const [objective] = card.objectives;
    assert.ok(objective);
    assert.deepEqual(
      [objective.id, objective.label, objective.text, objective.line, objective.alignment, objective.owners],
      ['o1', 'O1', 'Customers come back on their own', 9, ['company/o2'], ['@minh']],
    );
    assert.deepEqual([objective.progress, objective.measurable, objective.total], [0.25, 2, 3]);
  });

  it('says for each key result what is known', () => {
    const rows = card.objectives[0]?.keyResults.map(
      ({ label, progress, pace, measurable, worst, owners, line }) => ({
        label,
        progress,
        pace,
        measurable,
        worst: worst?.ruleId,
        owners,
        line,
      }),
    );
    assert.deepEqual(rows, [
      {
        label: 'KR1',
        progress: 0.5,
        pace: 'on-track',
        measurable: true,
        worst: undefined,
        owners: ['@linh'],
        line: 11,
      },
      {
        label: 'KR2',
        progress: undefined,
        pace: undefined,
        measurable: false,
        worst: 'kr-activity',
        owners: ['@minh'],
        line: 12,
      },
      {
        label: 'KR3',
        progress: 0,
        pace: 'at-risk',
        measurable: true,
        worst: undefined,
        owners: ['@minh'],
        line: 13,
      },
    ]);
  });

  it('agrees with progress and cycle of the service', () => {
    const [objective] = document.objectives();
    assert.ok(objective);
    assert.equal(service.progress(request, objective).progress, card.objectives[0]?.progress);
    const [kr] = objective.keyResults;
    assert.equal(kr && service.progress(request, kr).confidence, 0.7);
    assert.deepEqual(service.cycle(document, objective), card.cycle);
  });

  it('is what the hover of an objective says', () => {
    const markdown = service.hover(request, TEXT.indexOf('come back'))?.markdown ?? '';
    assert.ok(
      markdown.includes(
        '**2 of 3** key results can be measured · **25%** reached · **49%** of 2026\\-Q3 has passed',
      ),
      markdown,
    );
    const vietnamese = { ...request, settings: { ...DEFAULT_SETTINGS, language: 'vi' as const } };
    assert.ok(
      service
        .hover(vietnamese, TEXT.indexOf('come back'))
        ?.markdown.includes('**2/3** kết quả then chốt đo lường được'),
    );
  });
});
