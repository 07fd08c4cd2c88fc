#!/usr/bin/env node
// @ts-check
/**
 * Known vulnerabilities of the packages that are in a bundle. `npm audit --omit=dev` sees none of them, because all
 * packages are development dependencies. Asks the registry's bulk advisories by way of `npm audit --json`; ends with 1
 * where a shipped package is named.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const notices = readFileSync(path.join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
const shipped = new Set(
  [...notices.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d[^ ]* \([^)]+\)$/gm)].map(([, name]) => name),
);

const report = JSON.parse(askNpm());
if (report.error || !report.vulnerabilities) {
  console.log(`npm could not tell (${report.error?.summary ?? report.message ?? 'no answer'}).`);
  process.exitCode = 2;
} else {
  const named = Object.keys(report.vulnerabilities).filter((name) => shipped.has(name));
  console.log(
    named.length === 0
      ? `No known vulnerability in the ${shipped.size} shipped packages.`
      : `Vulnerable and shipped: ${named.join(', ')}`,
  );
  process.exitCode = named.length === 0 ? 0 : 1;
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
