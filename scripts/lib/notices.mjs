// @ts-check
/** Which packages a bundle holds, and what their licences want said. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Licences that let us ship their code in a bundle, if their text comes along. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '0BSD',
  'Apache-2.0',
]);

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license SPDX id.
 * @property {string} folder
 */

/**
 * The packages that have code in a bundle, by name, each version once.
 *
 * @param {string} root
 * @param {Pick<import('esbuild').Metafile, 'outputs'>[]} metafiles
 * @returns {BundledPackage[]}
 */
export function bundledPackages(root, metafiles) {
  /** @type {Map<string, BundledPackage>} */
  const found = new Map();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
        if (folder === undefined || bytesInOutput === 0) continue;
        const absolute = path.resolve(root, folder);
        const manifest = JSON.parse(readFileSync(path.join(absolute, 'package.json'), 'utf8'));
        const { name, version, license = 'unknown' } = manifest;
        found.set(`${name}@${version}`, { name, version, license, folder: absolute });
      }
  return [...found.values()].sort(
    (a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version),
  );
}

/**
 * The text of `THIRD-PARTY-NOTICES.txt`. Throws an Error when a package has no licence text or one that nobody has
 * looked at yet.
 *
 * @param {string} root
 * @param {Pick<import('esbuild').Metafile, 'outputs'>[]} metafiles
 */
export function noticesOf(root, metafiles) {
  /** Packages of one family share one text, which is then given once. */
  /** @type {Map<string, BundledPackage[]>} */
  const byText = new Map();
  for (const bundled of bundledPackages(root, metafiles)) {
    const { name, license } = bundled;
    if (!ALLOWED.has(license)) throw new Error(`The licence of ${name} is ${license}: may it be shipped?`);
    const text = licenceText(bundled);
    byText.set(text, [...(byText.get(text) ?? []), bundled]);
  }
  const parts = [...byText].map(([text, packages]) => {
    const names = packages.map(({ name, version, license }) => `${name} ${version} (${license})`);
    return `${'='.repeat(80)}\n${names.join('\n')}\n\n${text}\n`;
  });
  return `okrlint contains code of the packages below.\n\n${parts.join('\n')}`;
}

/** @param {BundledPackage} bundled */
function licenceText({ name, folder }) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:-mit)?(?:\.(?:md|txt))?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence text in ${folder}.`);
  return readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
