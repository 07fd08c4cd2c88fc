#!/usr/bin/env node
// @ts-check
/**
 * `npm run audit:shipped`: known vulnerabilities of the packages that are in a bundle. `npm audit --omit=dev` sees none
 * of them, because all packages are development dependencies. Ends with 1 where a shipped package is named. A registry
 * that cannot tell (mirrors answer 405) is no fault of the code: that is said, and the end is 0, or 2 with `--strict`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { shippedPackages, verdictOf } from './lib/audit.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const CODES = { clean: 0, vulnerable: 1, unknown: process.argv.includes('--strict') ? 2 : 0 };

const shipped = shippedPackages(readNotices());
if (shipped.size === 0) {
  console.error('No bundles to look at. Run "npm run build" first.');
  process.exitCode = 2;
} else {
  const { result, text } = verdictOf(askNpm(), shipped);
  console.log(text);
  process.exitCode = CODES[result];
}

function readNotices() {
  try {
    return readFileSync(path.join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  } catch {
    return '';
  }
}

/** What `npm audit` prints; it ends with 1 where it finds something, shipped or not. */
function askNpm() {
  try {
    return execFileSync('npm', ['audit', '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    return /** @type {{ stdout?: string }} */ (error).stdout || '{}';
  }
}
