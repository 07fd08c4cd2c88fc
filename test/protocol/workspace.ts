import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { type StartOptions, TestClient } from './harness';

/** A folder with files, for servers that read a workspace. Paths use `/`. */
export class Workspace {
  readonly root = mkdtempSync(path.join(tmpdir(), 'okrlint-'));
  readonly folder = { uri: pathToFileURL(this.root).href, name: 'work' };

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.root, name)).href;
  }

  write(name: string, text: string): void {
    const file = path.join(this.root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  delete(name: string): void {
    rmSync(path.join(this.root, name));
  }

  start(capabilities: ClientCapabilities, options: StartOptions = {}): Promise<TestClient> {
    return TestClient.start({ capabilities, workspaceFolders: [this.folder], ...options });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Where `word` begins in a text, and one unit into it: inside it for any reader. */
export function at(text: string, word: string, nth = 0): { line: number; character: number } {
  let offset = -1;
  for (let n = 0; n <= nth; n++) offset = text.indexOf(word, offset + 1);
  const before = text.slice(0, offset + 1).split('\n');
  return { line: before.length - 1, character: (before.at(-1) ?? '').length };
}

/** What stands in a range of a text. */
export function textIn(
  text: string,
  range: { start: { line: number; character: number }; end: { line: number; character: number } },
): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return text.slice(offset(range.start), offset(range.end));
}
