// @ts-check
/**
 * The bundled server in other editors, without a window: Neovim (diagnostics pushed, and pulled) and Emacs with eglot.
 * Each script does what a person does (open, read, hover, apply a rewrite) and prints one `name: value` per step.
 * An editor that is not installed is skipped; in CI (`CI=true`) that is a failure.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOnPath, run } from '../../scripts/lib/process.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const SERVER = path.resolve(HERE, '../../dist/server.js');

const ENGLISH = `## Objective 1: Retailers renew without being asked
- KR 1: Call more customers
- KR 2: Raise NPS from 31 to 45
`;
const VIETNAMESE = `## Mục tiêu 1: Khách hàng quay lại mua tiếp
- KR 1: Gọi cho nhiều khách hàng hơn
- KR 2: Tăng điểm NPS từ 31 lên 45
`;

/** @type {{ name: string, program: string, install: string, args: string[], env?: Record<string, string> }[]} */
const EDITORS = [
  {
    name: 'Neovim, diagnostics pushed',
    program: 'nvim',
    install: 'apt-get install neovim',
    args: ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${path.join(HERE, 'neovim.lua')}`],
  },
  {
    name: 'Neovim, diagnostics pulled',
    program: 'nvim',
    install: 'apt-get install neovim',
    args: ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${path.join(HERE, 'neovim.lua')}`],
    env: { OKR_PULL: '1' },
  },
  {
    name: 'Emacs with eglot, diagnostics pushed',
    program: 'emacs',
    install: 'apt-get install emacs-nox elpa-eglot',
    args: ['--batch', '-Q', '-l', path.join(HERE, 'eglot.el')],
  },
];

for (const editor of EDITORS) {
  describe(editor.name, function () {
    this.timeout(60_000);

    before(function () {
      if (findOnPath(editor.program)) return;
      const message = `${editor.program} is not installed: ${editor.install}`;
      if (process.env.CI === 'true') throw new Error(message);
      console.log(`    ${message}`);
      this.skip();
    });

    it('shows findings, explains and rewrites (English)', async () => {
      const { said, text } = await drive(editor, ENGLISH);
      assert.match(said.diagnostic ?? '', /^2:\d+ kr-activity /);
      assert.match(said.hover ?? '', /activity, not a result/);
      assert.match(said.action ?? '', /^Measure /);
      assert.match(text, /^- KR 1: Increase .+ from ‹baseline›%? to ‹target›/m);
      assert.equal(said.left, '0');
      assert.equal(
        text.replace(/^- KR 1: .*$/m, ''),
        ENGLISH.replace(/^- KR 1: .*$/m, ''),
        'the rest is untouched',
      );
    });

    it('shows findings, explains and rewrites (Vietnamese)', async () => {
      const { said, text } = await drive(editor, VIETNAMESE);
      assert.match(said.diagnostic ?? '', /^2:\d+ kr-activity /);
      assert.match(said.hover ?? '', /chưa phải kết quả/);
      assert.match(said.action ?? '', /^Đo /);
      assert.match(text, /^- KR 1: Tăng .+ từ ‹.+›%? lên ‹.+›/m);
      assert.equal(said.left, '0');
    });
  });
}

/**
 * @param {typeof EDITORS[number]} editor
 * @param {string} text What the file holds before.
 * @returns {Promise<{ said: Record<string, string>, text: string }>} What the script printed and the file afterwards.
 */
async function drive(editor, text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'okrlint-editor-'));
  try {
    const file = path.join(folder, 'team.okr.md');
    writeFileSync(file, text);
    const { code, output } = await run(editor.program, editor.args, {
      cwd: folder,
      env: { OKR_FILE: file, OKR_SERVER: SERVER, HOME: folder, LC_ALL: 'C.UTF-8', ...editor.env },
      quiet: true,
      timeoutSeconds: 50,
    });
    assert.equal(code, 0, `${editor.program} ended with ${code}:\n${output}`);
    const said = Object.fromEntries(
      output.split(/\r?\n/).flatMap((line) => {
        const found = /^okrlint (\w+): (.*)$/.exec(line);
        return found ? [[found[1], found[2]]] : [];
      }),
    );
    return { said, text: readFileSync(file, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
