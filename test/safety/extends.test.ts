/** `extends` reads nothing outside of the workspace, by links neither, and says where it was asked to. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Cli, WEAK } from '../cli/harness';
import { RawClient } from '../protocol/raw-client';

/** A repository, and beside it what is nobody's business. */
class Place {
  readonly root = mkdtempSync(path.join(tmpdir(), 'okrlint-extends-'));
  constructor() {
    this.write('outside/base.yaml', 'profile: strict\nrules: { kr-activity: error }\n');
    this.write('work/.git/HEAD', '');
    this.write('work/shared/base.yaml', 'rules: { kr-activity: error }\n');
    this.write('work/team.okr.md', WEAK);
  }
  path(name: string): string {
    return path.join(this.root, name);
  }
  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }
  link(name: string, target: string): void {
    symlinkSync(this.path(target), this.path(name));
  }
  extends(path: string): void {
    this.write('work/.okrlintrc.yaml', `language: en\nextends: ${JSON.stringify(path)}\n`);
  }
  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

describe('a configuration that extends', () => {
  let place: Place;
  let cli: Cli;
  beforeEach(() => {
    place = new Place();
    cli = new Cli();
  });
  afterEach(() => {
    place.remove();
    cli.remove();
  });
  const lint = (...more: string[]) =>
    cli.run([...more, '--format', 'json', 'team.okr.md'], { cwd: place.path('work') });

  for (const [what, prepare, wanted] of [
    ['a folder above', () => '../outside/base.yaml', /leads out of the workspace/],
    ['a file by its whole path', () => '/etc/passwd', /is not a path that starts at this file/],
    ['an address', () => 'file:///etc/passwd', /is not a path that starts at this file/],
    [
      'a link to a file outside',
      (p: Place) => {
        p.link('work/base.yaml', 'outside/base.yaml');
        return './base.yaml';
      },
      /is a link that leads out of the workspace/,
    ],
    [
      'a file in a linked folder',
      (p: Place) => {
        p.link('work/vendor', 'outside');
        return 'vendor/base.yaml';
      },
      /is a link that leads out of the workspace/,
    ],
    [
      'a link to a link outside',
      (p: Place) => {
        p.link('work/one.yaml', 'work/two.yaml');
        p.link('work/two.yaml', 'outside/base.yaml');
        return './one.yaml';
      },
      /is a link that leads out of the workspace/,
    ],
    [
      'a link to itself',
      (p: Place) => {
        p.link('work/one.yaml', 'work/one.yaml');
        return './one.yaml';
      },
      /There is no readable file/,
    ],
    [
      'a device',
      (p: Place) => {
        symlinkSync('/dev/zero', p.path('work/zero.yaml'));
        return './zero.yaml';
      },
      /is a link that leads out of the workspace/,
    ],
  ] as const)
    it(`is told that ${what} is not read, with file and line`, async () => {
      place.extends(prepare(place));
      assert.equal(await lint(), 2);
      assert.match(cli.stderr, /^okrlint: \.okrlintrc\.yaml:2:11: /m);
      assert.match(cli.stderr, wanted);
      assert.doesNotMatch(cli.stderr, / at \S+\.[jt]s|root:/, 'neither a stack nor what stands there');
    });

  it('may follow links that stay inside, also where the workspace itself lies behind one', async () => {
    place.link('work/base.yaml', 'work/shared/base.yaml');
    place.extends('./base.yaml');
    assert.equal(await lint(), 1);
    assert.equal(cli.severityIn('team.okr.md'), 'error');
    place.link('alias', 'work');
    assert.equal(
      await cli.run(['--format', 'json', 'team.okr.md'], { cwd: place.path('alias') }),
      1,
      cli.stderr,
    );
    assert.equal(cli.severityIn('team.okr.md'), 'error');
  });

  it('says so in the language of the reader', async () => {
    place.link('work/base.yaml', 'outside/base.yaml');
    place.extends('./base.yaml');
    await lint('--lang', 'vi');
    assert.match(cli.stderr, /là liên kết trỏ ra ngoài không gian làm việc/);
  });

  it('is told so in the editor, at the place', async () => {
    place.link('work/base.yaml', 'outside/base.yaml');
    place.extends('./base.yaml');
    const folder = `file://${realpathSync(place.path('work'))}`;
    const client = new RawClient();
    try {
      await client.initialize(
        { textDocument: { diagnostic: {} } },
        { workspaceFolders: [{ uri: folder, name: 'work' }] },
      );
      const published = client.next(({ method }) => method === 'textDocument/publishDiagnostics');
      const uri = `${folder}/team.okr.md`;
      client.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: WEAK },
      });
      const { result } = await client.request('textDocument/diagnostic', { textDocument: { uri } });
      const items = (result as { items: { code: string; severity: number }[] }).items;
      assert.equal(items.find(({ code }) => code === 'kr-activity')?.severity, 2, 'the rest is linted');
      const { params } = await published;
      const { uri: where, diagnostics } = params as {
        uri: string;
        diagnostics: { code: string; range: { start: { line: number; character: number } } }[];
      };
      assert.equal(where, `${folder}/.okrlintrc.yaml`);
      assert.deepEqual(
        diagnostics.map(({ code, range }) => [code, range.start.line, range.start.character]),
        [['config-extends-link', 1, 10]],
      );
    } finally {
      client.kill();
    }
  });
});
