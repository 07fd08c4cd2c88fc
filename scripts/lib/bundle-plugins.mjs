// @ts-check
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack, shorten } from './packed-lists.mjs';

const UNPACK = JSON.stringify(fileURLToPath(new URL('packed-lists.mjs', import.meta.url)));

/**
 * Puts generated knowledge into the bundle as JSON in a string, which JavaScript engines read faster than an object
 * literal of that size, and which the minifier cannot spread over the code; its lists of words are packed.
 *
 * @returns {import('esbuild').Plugin}
 */
export function knowledge() {
  return {
    name: 'knowledge',
    setup({ onLoad }) {
      onLoad({ filter: /\.generated\.json$/ }, async ({ path }) => ({
        contents: `import { lengthen, unpack } from ${UNPACK}; export default unpack(JSON.parse(lengthen(${quoted(
          shorten(JSON.stringify(pack(JSON.parse(await readFile(path, 'utf8'))))),
        )})));`,
        loader: 'js',
      }));
    },
  };
}

/**
 * A string literal in single quotes: JSON is full of double ones.
 *
 * @param {string} text
 */
function quoted(text) {
  const escaped = text.replace(/[\\'\u2028\u2029]/g, (char) =>
    char > '\u2000' ? `\\u${char.charCodeAt(0).toString(16)}` : `\\${char}`,
  );
  return `'${escaped}'`;
}

/**
 * Leaves `semver` out of the client. `vscode-languageclient` uses it for one thing: to look whether VS Code is new
 * enough, which VS Code has done by itself (`engines.vscode`) before it loads the extension.
 *
 * @returns {import('esbuild').Plugin}
 */
export function noVersionCheck() {
  const answers = {
    'semver/functions/parse': '(version) => version',
    'semver/functions/satisfies': '() => true',
  };
  return {
    name: 'no-version-check',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^semver\// }, ({ path }) => ({ path, namespace: 'no-version-check' }));
      onLoad({ filter: /.*/, namespace: 'no-version-check' }, ({ path }) => {
        if (!Object.hasOwn(answers, path)) return { errors: [{ text: `${path} has no stand-in` }] };
        return {
          contents: `module.exports = ${answers[/** @type {keyof answers} */ (path)]};`,
          loader: 'js',
        };
      });
    },
  };
}

/**
 * Finds the Node side of the protocol's packages (`vscode-languageserver/node`), which has no name in a bundle that is
 * not for Node alone.
 *
 * @returns {import('esbuild').Plugin}
 */
export function nodeTransports() {
  return {
    name: 'node-transports',
    setup({ onResolve }) {
      onResolve({ filter: /^vscode-[a-z-]+\/node$/ }, ({ path: id, resolveDir }) => ({
        path: createRequire(path.join(resolveDir, 'importer.js')).resolve(id),
      }));
    },
  };
}

/**
 * Takes the 250 character references of HTML 4 (`&nbsp;`, `&eacute;`, `&rarr;`) for the 2,200 of HTML 5, which are
 * 28 KB of names that nobody writes in a plan; those stay as they are written.
 *
 * @returns {import('esbuild').Plugin}
 */
export function fewerEntities() {
  return {
    name: 'fewer-entities',
    setup({ onLoad }) {
      onLoad({ filter: /node_modules[\\/]character-entities[\\/]index\.js$/ }, ({ path: file }) => ({
        contents:
          "import { characterEntitiesHtml4 } from 'character-entities-html4'; export const characterEntities = { ...characterEntitiesHtml4, apos: \"'\" };",
        resolveDir: path.dirname(file),
      }));
    },
  };
}

/**
 * Takes for `vfile`, which carries a file with its path and messages through `unified`, what parsing asks of it: the
 * text. We parse, and neither transform nor write.
 *
 * @returns {import('esbuild').Plugin}
 */
export function textForFile() {
  return {
    name: 'text-for-file',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^vfile$/ }, ({ path: id }) => ({ path: id, namespace: 'text-for-file' }));
      onLoad({ filter: /.*/, namespace: 'text-for-file' }, () => ({
        contents:
          'export class VFile { constructor(value) { this.value = value; } toString() { return String(this.value ?? ""); } }',
      }));
    },
  };
}

/**
 * Tells the bundler that `js-yaml` does nothing by making its constants: the schemas and options that nobody asks for,
 * which are for writing YAML and for older versions of it, need not be there.
 *
 * @returns {import('esbuild').Plugin}
 */
export function usedYaml() {
  // On one line, or from one that is not indented to the next.
  const constant =
    /^(var \w+ = )(?!class\b)([^\n]*|[^\n]*[^;\n]\n(?:\t[^\n]*\n|\}[^\n]*[^;\n]\n)*\S[^\n]*);$/gm;
  return {
    name: 'used-yaml',
    setup({ onLoad }) {
      onLoad({ filter: /node_modules[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, async ({ path: file }) => ({
        contents: (await readFile(file, 'utf8')).replace(constant, '$1/* @__PURE__ */ (() => ($2))();'),
        loader: 'js',
      }));
    },
  };
}

/**
 * Takes our own globs, which the configuration uses, for `minimatch` in the client: `vscode-languageclient` matches the
 * patterns of document selectors with it, and ours are plain ones (`**\/.okrlintrc{,.json}`).
 *
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
export function ownGlobs(root) {
  return {
    name: 'own-globs',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^minimatch$/ }, ({ path: id }) => ({ path: id, namespace: 'own-globs' }));
      onLoad({ filter: /.*/, namespace: 'own-globs' }, () => ({ contents: MINIMATCH, resolveDir: root }));
    },
  };
}

/** As much of `minimatch` as the client asks for. Paths and patterns may begin at the root or at a drive. */
const MINIMATCH = `
import { compileGlobs, globComplaint } from './server/src/config/globs';
const relative = (path) => path.replaceAll('\\\\', '/').replace(/^(?:[A-Za-z]:)?\\/+/, '');
export class Minimatch {
  constructor(pattern) {
    this.pattern = relative(pattern);
    this.isMeant = compileGlobs(this.pattern);
  }
  makeRe() {
    return globComplaint(this.pattern) === undefined;
  }
  match(path) {
    return this.isMeant(relative(path));
  }
}
`;

/**
 * Leaves out what only tests, the pages of the rules and the schema of the configuration ask of a rule: where it comes
 * from, all variants of its message, what its options mean.
 *
 * @returns {import('esbuild').Plugin}
 */
export function leanRules() {
  return {
    name: 'lean-rules',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/].*\.ts$/ }, async ({ path: file }) => ({
        contents: (await readFile(file, 'utf8'))
          .replace(/^ {2}source: '.*',\n/gm, '')
          .replace(/^ {2}variants: \[[^\]]*\],\n/gm, '')
          .replace(/^ {6}(?:description|maximum|minimum): .*,\n/gm, ''),
        loader: 'ts',
      }));
    },
  };
}
