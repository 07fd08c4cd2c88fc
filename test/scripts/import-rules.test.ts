import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DEPCRUISE = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  from: string;
  rule: { name: string };
}

/** A small repository with our rules and the given files; the violations are told per file. */
function violationsIn(files: Record<string, string>): Record<string, string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'okrlint-imports-'));
  try {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(path.join(folder, 'tsconfig.json'), '{"compilerOptions":{"module":"preserve"}}');
    mkdirSync(path.join(folder, 'client/src'), { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const config = path.join(ROOT, '.dependency-cruiser.cjs');
    const args = [DEPCRUISE, '--config', config, '--output-type', 'json', 'client/src', 'server/src'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    assert.notEqual(stdout, '', stderr);
    const found: Record<string, string[]> = {};
    for (const { from, rule } of JSON.parse(stdout).summary.violations as Violation[]) {
      found[from] = [...new Set([...(found[from] ?? []), rule.name])].sort();
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('import rules', function () {
  this.timeout(30_000);

  it('let the drawn direction pass', () => {
    const clean = {
      'server/src/text/span.ts': 'export const span = 1;',
      'server/src/document/model.ts': "export { span } from '../text/span';",
      'server/src/statement/facts.ts': "export { span } from '../text/span';",
      'server/src/rules/rule.ts':
        "export { span as a } from '../document/model'; export { span } from '../statement/facts';",
      'server/src/teams/knowledge.ts': "export { span } from '../text/span';",
      'server/src/rewrite/suggest.ts':
        "export { span as a } from '../rules/rule'; export { span } from '../teams/knowledge';",
      'server/src/explain/explain.ts': "export { span } from '../rewrite/suggest';",
      'server/src/service/service.ts':
        "import { unified } from 'unified'; export const a = unified; export * from '../explain/explain';",
      'server/src/lsp/hover.ts':
        "import type { Hover } from 'vscode-languageserver'; export type A = Hover; export * from '../service/service';",
      'server/src/cli/run.ts':
        "import { readFileSync } from 'node:fs'; export const a = readFileSync; export * from '../service/service';",
      'server/src/main.cli.ts': "import { a } from './cli/run'; a('x');",
      'server/src/main.node.ts':
        "import { createConnection } from 'vscode-languageserver/node'; import './lsp/hover'; createConnection();",
      'server/src/main.worker.ts':
        "import { createConnection } from 'vscode-languageserver/browser'; import './lsp/hover'; createConnection();",
      'client/src/extension.node.ts':
        "import * as vscode from 'vscode'; import 'vscode-languageclient/node'; vscode.window;",
    };
    assert.deepEqual(violationsIn(clean), {});
  });

  it('catch each planted violation', () => {
    const planted: [file: string, text: string, rule: string][] = [
      ['server/src/text/a.ts', "import '../document/leaf';", 'text-imports-only-what-is-above-it'],
      ['server/src/document/a.ts', "import '../statement/leaf';", 'document-imports-only-what-is-above-it'],
      ['server/src/statement/a.ts', "import '../document/leaf';", 'statement-imports-only-what-is-above-it'],
      ['server/src/rules/a.ts', "import '../teams/leaf';", 'rules-imports-only-what-is-above-it'],
      ['server/src/teams/a.ts', "import '../rules/leaf';", 'teams-imports-only-what-is-above-it'],
      ['server/src/rewrite/a.ts', "import '../explain/leaf';", 'rewrite-imports-only-what-is-above-it'],
      ['server/src/explain/a.ts', "import '../service/leaf';", 'explain-imports-only-what-is-above-it'],
      ['server/src/service/a.ts', "import '../lsp/leaf';", 'service-imports-only-what-is-above-it'],
      ['server/src/document/b.ts', "import 'node:fs';", 'pure-stages-use-no-node-module'],
      ['server/src/rules/b.ts', "import 'path';", 'pure-stages-use-no-node-module'],
      [
        'server/src/explain/b.ts',
        "import type { Hover } from 'vscode-languageserver';",
        'pure-stages-know-no-editor',
      ],
      [
        'server/src/service/b.ts',
        "import 'vscode-languageserver-textdocument';",
        'pure-stages-know-no-editor',
      ],
      [
        'server/src/service/c.ts',
        "import * as vscode from 'vscode'; vscode.window;",
        'pure-stages-know-no-editor',
      ],
      ['server/src/lsp/a.ts', "import 'node:fs';", 'lsp-runs-in-a-worker'],
      [
        'server/src/lsp/b.ts',
        "import 'vscode-languageserver/node';",
        'only-main-node-uses-the-node-transport',
      ],
      [
        'server/src/lsp/c.ts',
        "import type * as vscode from 'vscode'; export type A = vscode.Uri;",
        'only-the-client-imports-vscode',
      ],
      ['server/src/lsp/d.ts', "import '../cli/leaf';", 'only-main-cli-imports-cli'],
      ['server/src/cli/a.ts', "import '../lsp/leaf';", 'cli-knows-no-editor'],
      ['server/src/main.worker.ts', "import 'node:fs';", 'lsp-runs-in-a-worker'],
      ['server/src/text/c1.ts', "import './c2';", 'no-cycles'],
      ['server/src/text/d.ts', "import './missing.generated.json';", 'everything-resolves'],
      [
        'client/src/a.ts',
        "import '../../server/src/rules/leaf';",
        'client-speaks-to-the-server-through-the-protocol',
      ],
      ['client/src/b.ts', "import '../../server/src/main.node';", 'nothing-imports-an-entrance'],
    ];
    const leaves = ['document', 'statement', 'rules', 'teams', 'explain', 'service', 'lsp', 'cli'].map(
      (stage) => [`server/src/${stage}/leaf.ts`, 'export {};'] as const,
    );
    const files = Object.fromEntries([
      ...leaves,
      ['server/src/main.node.ts', 'export {};'],
      // A cycle is told once, for the first of its files.
      ['server/src/text/c2.ts', "import './c1';"],
      ...planted.map(([file, text]) => [file, text] as const),
    ]);
    const found = violationsIn(files);
    for (const [file, text, rule] of planted) {
      assert.ok(
        found[file]?.includes(rule),
        `${file}: ${text}\n  should break ${rule}, breaks ${found[file]}`,
      );
    }
    assert.deepEqual(
      Object.keys(found).sort(),
      planted.map(([file]) => file).sort(),
      'files with violations',
    );
  });
});
