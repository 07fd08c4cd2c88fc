/** Rewrites of objectives, and of findings that are about an objective's key results. */
import assert from 'node:assert/strict';
import { plainText, type RewriteContext, suggest } from '../../server/src/rewrite/index';
import { readItems } from './pipeline';

/** The context of the first objective, for a finding of that rule. */
function contextFor(text: string, ruleId: string): RewriteContext {
  const [objective] = readItems(text, { language: 'en', team: 'sales' }).filter(
    ({ item }) => item.item.kind === 'objective',
  );
  assert.ok(objective);
  return objective.context({ ruleId, severity: 'warning', span: { start: 0, end: 1 } });
}

function result(context: RewriteContext, id: string): string {
  const suggestion = suggest(context).find((each) => each.id === id);
  assert.ok(suggestion, `${id} is not offered`);
  let text = '';
  let from = 0;
  for (const { span, parts } of [...suggestion.edits].sort((a, b) => a.span.start - b.span.start)) {
    text += context.text.slice(from, span.start) + plainText(parts);
    from = span.end;
  }
  return text + context.text.slice(from);
}

const KEY_RESULTS = '\n### Key Results\n\n- KR1: Raise NPS from 3 to 5\n- KR2: Raise CSAT from 60% to 70%\n';

describe('rewrites of objectives', () => {
  it('work gets somebody who gains from it, and becomes an initiative', () =>
    assert.equal(
      result(
        contextFor(`## Objective 1: Implement the new CRM\n${KEY_RESULTS}`, 'objective-is-activity'),
        'say-benefit',
      ),
      `## Objective 1: ‹who› ‹can do what they could not do before› with the CRM\n${KEY_RESULTS}\n### Initiatives\n\n- Implement the new CRM\n`,
    ));

  it('those whom the work is done to are the ones who gain', () =>
    assert.match(
      result(
        contextFor(`## Objective 1: Train the night nurses\n${KEY_RESULTS}`, 'objective-is-activity'),
        'say-benefit',
      ),
      /^## Objective 1: The night nurses ‹can do what they could not do before›\n/,
    ));

  it('a vague wish gets somebody who gains from it', () =>
    assert.equal(
      result(
        contextFor(`## Objective 1: Improve efficiency\n${KEY_RESULTS}`, 'objective-vague'),
        'say-benefit',
      ),
      `## Objective 1: ‹who› ‹can do what they could not do before›\n${KEY_RESULTS}`,
    ));

  it('a number becomes a key result with the next label', () =>
    assert.equal(
      result(
        contextFor(`## Objective 1: Grow revenue by 20%\n${KEY_RESULTS}`, 'objective-has-metric'),
        'make-key-result',
      ),
      `## Objective 1: ‹who› ‹can do what they could not do before›\n${KEY_RESULTS.trimEnd()}\n- KR3: Grow revenue by 20%\n`,
    ));

  it('without key results it gets two of the team, with one only one more', () => {
    assert.equal(
      result(
        contextFor('## Objective 1: Shops love us\n\n## Objective 2: x\n', 'objective-without-kr'),
        'add-key-results',
      ),
      '## Objective 1: Shops love us\n\n- Increase win rate from ‹baseline›% to ‹target›%\n- Reduce average sales cycle from ‹baseline› to ‹target› days\n\n## Objective 2: x\n',
    );
    assert.equal(
      result(
        contextFor('## Objective 1: Shops love us\n\n1. Raise NPS from 3 to 5\n', 'too-few-krs'),
        'add-key-results',
      ),
      '## Objective 1: Shops love us\n\n1. Raise NPS from 3 to 5\n2. Increase win rate from ‹baseline›% to ‹target›%\n',
    );
  });

  it('the means of an objective becomes an initiative', () =>
    assert.equal(
      result(
        contextFor(
          `## Objective 1: Shops reorder sooner by using the portal\n${KEY_RESULTS}`,
          'solution-in-objective',
        ),
        'move-means',
      ),
      `## Objective 1: Shops reorder sooner\n${KEY_RESULTS}\n### Initiatives\n\n- Using the portal\n`,
    ));

  it('any finding can be ignored', () => {
    const context = contextFor(`## Objective 1: Stay on top\n${KEY_RESULTS}`, 'business-as-usual');
    assert.deepEqual(
      suggest(context).map(({ id }) => id),
      ['ignore-here'],
    );
  });
});
