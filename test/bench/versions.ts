/** Versions of what is measured against: from one to the next a parser's time may change tenfold. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * The installed version of a package.
 * @param through packages that depend on it, the nearest first: each of them may have a version of its own
 * @throws where one of them is not installed
 */
export function versionOf(name: string, ...through: readonly string[]): string {
  const manifest = [name, ...through].reduceRight(
    (from, dependency) => manifestOf(dependency, from),
    import.meta.filename,
  );
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** The `package.json` of a package as a file would import it. */
function manifestOf(name: string, from: string): string {
  const folders = createRequire(from).resolve.paths(name) ?? [];
  const manifest = folders.map((folder) => join(folder, name, 'package.json')).find(existsSync);
  if (!manifest) throw new Error(`${name} is not installed`);
  return manifest;
}
