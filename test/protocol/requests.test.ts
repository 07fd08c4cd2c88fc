import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CHECK_TEXT,
  type CheckTextResult,
  RULES,
  type RulesResult,
  SCORECARD,
  STATUS,
  type StatusResult,
  TEAMS,
  type TeamsResult,
  type WorkspaceScorecard,
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

describe('the scorecard over stdio', () => {
  let client: TestClient;
  let folder: string;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).toString();
  const ask = (params: object) => client.connection.sendRequest<WorkspaceScorecard>(SCORECARD, params);

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'okrlint-scorecard-'));
    writeFileSync(
      path.join(folder, 'company.okr.md'),
      '---\nteam: Board\ncycle: 2026-Q3\n---\n\n# Objective 1: Shops stay with us {#stay}\n\n- KR1: Raise renewals from 80% to 90%\n- KR2: Cut complaints from 12 to 4 a month\n',
    );
    writeFileSync(
      path.join(folder, 'sales.okr.md'),
      '# Objective 1: Resellers come back {^stay}\n\n- KR1: Raise the win rate from 18% to 25% (now: 20%) @linh\n- KR2: Call more customers\n',
    );
    writeFileSync(path.join(folder, 'README.md'), '# A project\n\n- Install it\n');
    client = await TestClient.start({
      workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'okrs' }],
    });
  });
  after(() => {
    client?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has every OKR document of the workspace, and which objective supports which', async () => {
    const { documents, links, truncated } = await ask({});
    deepStrictEqual(documents.map(({ uri }) => uri).sort(), [uriOf('company.okr.md'), uriOf('sales.okr.md')]);
    deepStrictEqual(links, [
      { from: { uri: uriOf('sales.okr.md'), line: 0 }, to: { uri: uriOf('company.okr.md'), line: 5 } },
    ]);
    strictEqual(truncated, false);
    strictEqual(documents.find(({ uri }) => uri.endsWith('company.okr.md'))?.card.team, 'Board');
  });

  it('takes the text of the editor where a document is open', async () => {
    const uri = uriOf('sales.okr.md');
    await client.open(uri, '# Objective 1: Resellers come back\n\n- KR1: Call more customers\n');
    const { documents, links, rules } = await ask({ uri });
    const [objective] = documents[0]?.card.objectives ?? [];
    strictEqual(objective?.total, 1);
    strictEqual(objective?.measurable, 0);
    strictEqual(objective?.keyResults[0]?.worst?.ruleId, 'kr-activity');
    ok(
      rules.en['kr-activity'] &&
        rules.vi['kr-activity'] &&
        rules.en['kr-activity'] !== rules.vi['kr-activity'],
    );
    deepStrictEqual(links, []);
  });

  it('has nothing of what is no OKR document', async () => {
    deepStrictEqual((await ask({ uri: uriOf('README.md') })).documents, []);
    deepStrictEqual((await ask({ uri: 'nonsense' })).documents, []);
  });
});
