import assert from 'node:assert/strict';
import { plansOf } from '../../../client/src/scorecard/plans';
import type { WorkspaceScorecard } from '../../../server/src/lsp/protocol';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../../server/src/service';

const service = createOkrLanguageService();

function answerOf(files: Readonly<Record<string, string>>): WorkspaceScorecard {
  const documents = Object.entries(files).map(([path, text]) => {
    const document = service.read(text, { path });
    const request = { document, settings: DEFAULT_SETTINGS, today: '2026-08-15', path };
    return { uri: `file:///${path}`, card: service.scorecard(request) };
  });
  return { documents, links: [], rules: { en: {}, vi: {} }, truncated: false };
}

const krs = '- KR1: Raise renewals from 80% to 90%\n- KR2: Cut returns from 9% to 5%\n';
const shown = (files: Readonly<Record<string, string>>) =>
  plansOf(answerOf(files), 'en', (uri) => uri.slice(8)).map(({ name, team, cycle, objectives }) => [
    name,
    team,
    cycle,
    objectives.map(({ text }) => text).join(', '),
  ]);

describe('plans of the scorecard', () => {
  it('are one for each team and each quarter that a document keeps apart', () => {
    const company =
      `# OKRs 2026\n\n## Sales\n### Objective 1: Shops reorder\n${krs}\n### Objective 2: Towns pay\n${krs}` +
      `\n## Marketing\n### Objective 3: Towns know us\n${krs}`;
    assert.deepEqual(shown({ 'company.okr.md': company }), [
      ['company.okr.md', 'sales', '2026', 'Shops reorder, Towns pay'],
      ['company.okr.md', 'marketing', '2026', 'Towns know us'],
    ]);
    const quarters = `---\nokr: 1\nteam: Kho\n---\n## Q2 2026\n### Objective 1: Shops reorder\n${krs}\n## Q3 2026\n### Objective 1: Towns pay\n${krs}`;
    assert.deepEqual(shown({ 'okr.md': quarters }), [
      ['okr.md', 'Kho', 'Q2 2026', 'Shops reorder'],
      ['okr.md', 'Kho', 'Q3 2026', 'Towns pay'],
    ]);
  });

  it('are named as the front matter names the team', () => {
    const text = `---\nokr: 1\ncycle: 2026-Q3\nteam: Sales North\n---\n# Sales\n## Objective 1: Shops reorder\n${krs}`;
    assert.deepEqual(
      shown({ 'b.okr.md': text, 'a.okr.md': text }).map(([name, team]) => [name, team]),
      [
        ['a.okr.md', 'Sales North'],
        ['b.okr.md', 'Sales North'],
      ],
    );
  });
});
