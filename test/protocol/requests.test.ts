import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import {
  CHECK_TEXT,
  type CheckTextResult,
  RULES,
  type RulesResult,
  STATUS,
  type StatusResult,
  TEAMS,
  type TeamsResult,
} from '../../server/src/lsp/protocol';
import { TestClient } from './harness';

/** The requests of our own client. */
describe('okrlint’s own requests over stdio', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({});
  });
  after(() => client?.kill());
  const ask = <R>(method: string, params: unknown) => client.connection.sendRequest<R>(method, params);

  it('names the teams in each language, with their snippet’s name', async () => {
    const english = await ask<TeamsResult>(TEAMS, { language: 'en' });
    const vietnamese = await ask<TeamsResult>(TEAMS, { language: 'vi' });
    ok(english.length >= 8);
    deepStrictEqual(
      english.map(({ id }) => id),
      vietnamese.map(({ id }) => id),
    );
    deepStrictEqual(vietnamese[0], { id: 'sales', name: 'Bán hàng', slug: 'ban-hang' });
    deepStrictEqual(await ask(TEAMS, { language: 'xx' }), english, 'an unknown language');
  });

  it('lists the rules with their pages', async () => {
    const rules = await ask<RulesResult>(RULES, { language: 'vi' });
    const activity = rules.find(({ id }) => id === 'kr-activity');
    match(activity?.url ?? '', /docs\/rules\/kr-activity\.md$/);
    ok(activity?.title && activity.title !== 'kr-activity');
  });

  it('counts what can be measured in an open document', async () => {
    const uri = 'file:///work/team.okr.md';
    await client.open(
      uri,
      '# Objective 1: Grow\n\n- KR1: Raise the win rate from 18% to 25%\n- KR2: Call more customers\n',
    );
    deepStrictEqual(await ask<StatusResult>(STATUS, { uri }), {
      isOkr: true,
      keyResults: 2,
      measurable: 1,
      profile: 'source',
    });
    strictEqual(await ask<StatusResult>(STATUS, { uri: 'file:///not-open.okr.md' }), null);
  });

  it('checks a text that is not open', async () => {
    const text = '# Objective 1: Win more of the deals we enter\n\n- KR1: Call more customers\n';
    const result = await ask<CheckTextResult>(CHECK_TEXT, { text });
    strictEqual(result.objectives, 1);
    strictEqual(result.keyResults, 1);
    const activity = result.findings.find(({ rule }) => rule === 'kr-activity');
    strictEqual(activity?.line, 3);
    strictEqual(activity?.sentence, 'Call more customers');
    strictEqual(activity?.severity, 'warning');
    ok((activity?.rewrites.length ?? 0) >= 1);
    const vietnamese = await ask<CheckTextResult>(CHECK_TEXT, { text, language: 'vi' });
    match(vietnamese.findings.map(({ message }) => message).join(' '), /việc cần làm/);
  });

  it('takes nonsense for nothing to check', async () => {
    for (const params of [{}, { text: 5 }, { text: '' }, { text: '\u0000'.repeat(10), language: 7, uri: 3 }])
      strictEqual((await ask<CheckTextResult>(CHECK_TEXT, params)).keyResults, 0, JSON.stringify(params));
  });
});
