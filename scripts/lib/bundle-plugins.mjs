// @ts-check
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack, packLike } from './packed-lists.mjs';

const UNPACK = JSON.stringify(fileURLToPath(new URL('packed-lists.mjs', import.meta.url)));

/** Knowledge of the second language, beside that of the first. */
const SECOND = /(?<=[\\/])vi(?=(?:[\\/][\w-]+)?\.generated\.json$)/;

/**
 * Puts generated knowledge into the bundle as JSON in a string, which JavaScript engines read faster than an object
 * literal of that size, and which the minifier cannot spread over the code; its lists of words are packed, and what has
 * the same keys in the first language is written without them.
 *
 * @returns {import('esbuild').Plugin}
 */
export function knowledge() {
  const read = async (/** @type {string} */ file) => JSON.parse(await readFile(file, 'utf8'));
  const parsed = (/** @type {unknown} */ packed) => `JSON.parse(${quoted(JSON.stringify(packed))})`;
  return {
    name: 'knowledge',
    setup({ onLoad }) {
      onLoad({ filter: /\.generated\.json$/ }, async ({ path: file }) => {
        const value = await read(file);
        const first = file.replace(SECOND, 'en');
        const contents =
          first !== file && existsSync(first)
            ? `import base from ${JSON.stringify(first)}; import { unpackLike } from ${UNPACK};
               export default unpackLike(base, ${parsed(packLike(await read(first), value))});`
            : `import { unpack } from ${UNPACK}; export default unpack(${parsed(pack(value))});`;
        return { contents, loader: 'js' };
      });
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
 * Leaves out the names of 2,200 character references (`&eacute;`), which are 28 KB: where one stands in a text does not
 * matter to its blocks, and which sign it means is looked up in a list of our own.
 *
 * @returns {import('esbuild').Plugin}
 */
export function noEntities() {
  return {
    name: 'no-entities',
    setup({ onLoad }) {
      onLoad({ filter: /node_modules[\\/]character-entities[\\/]index\.js$/ }, () => ({
        contents: 'export const characterEntities = {};',
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

/** A constant on one line, or from a line that is not indented to the next. */
const CONSTANT =
  /^((?:export )?(?:var|const) \w+ = )(?!class\b)([^\n]*|[^\n]*[^;\n]\n(?:[\t ][^\n]*\n|\}[^\n]*[^;\n]\n)*\S[^\n]*);$/gm;
/** An enumeration as TypeScript compiles it. */
const ENUMERATION =
  /^((?:export )?)var (\w+);\n(\(function \(\2\) \{\n[\s\S]*?^\}\)\(\2 \|\| \(\2 = \{\}\)\);)$/gm;

/** @param {string} code */
const withoutEffects = (code) =>
  code
    .replace(ENUMERATION, '$1var $2 = /* @__PURE__ */ (() => { var $2; $3 return $2; })();')
    .replace(CONSTANT, '$1/* @__PURE__ */ (() => ($2))();');

/** @param {string} code @param {readonly RegExp[]} parts */
function without(code, parts) {
  return parts.reduce((rest, part) => {
    if (!part.test(rest)) throw new Error(`There is no ${part} any more.`);
    return rest.replace(part, '');
  }, code);
}

/** How to make a module of which less is left, by the end of its path. */
const LEANER = {
  /** Where an error stands we show ourselves. @param {string} code */
  'js-yaml/dist/js-yaml.mjs': (code) =>
    withoutEffects(code).replace(/^function makeSnippet\([\s\S]*?^\}$/m, 'function makeSnippet() {}'),
  'jsonc-parser/lib/esm/main.js': withoutEffects,
  'jsonc-parser/lib/esm/impl/scanner.js': withoutEffects,
  'jsonc-parser/lib/esm/impl/string-intern.js': withoutEffects,
  /** @param {string} code */
  'vscode-languageserver-textdocument/lib/esm/main.js': (code) =>
    without(code, [
      /^ {4}function applyEdits\([\s\S]*?^ {4}\}\n {4}TextDocument\.applyEdits = applyEdits;$/m,
    ]),
  /** @param {string} code */
  'unified/lib/index.js': (code) =>
    without(
      code,
      ['process', 'processSync', 'run', 'runSync', 'stringify'].map(
        (name) => new RegExp(`^  ${name}\\([^)]*\\) \\{[\\s\\S]*?^  \\}$`, 'm'),
      ),
    ),
};

/**
 * Leaves out of packages what nobody asks for and no bundler can know: constants whose making has no effect (the schemas
 * of `js-yaml` for writing YAML, the enumerations of `jsonc-parser`), the methods of `unified` for more than parsing, and
 * the edits that only clients apply.
 *
 * @returns {import('esbuild').Plugin}
 */
export function usedParts() {
  return {
    name: 'used-parts',
    setup({ onLoad }) {
      onLoad(
        {
          filter: /node_modules[\\/](?:js-yaml|jsonc-parser|vscode-languageserver-textdocument|unified)[\\/]/,
        },
        async ({ path: file }) => {
          const end = file.replaceAll('\\', '/').replace(/^.*node_modules\//, '');
          if (!Object.hasOwn(LEANER, end)) return undefined;
          const leaner = LEANER[/** @type {keyof typeof LEANER} */ (end)];
          return { contents: leaner(await readFile(file, 'utf8')), loader: 'js' };
        },
      );
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
