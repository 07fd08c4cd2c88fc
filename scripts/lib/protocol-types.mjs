// @ts-check
/**
 * `vscode-languageserver-types` holds a namespace of helpers (`create`, `is`) for each type of the protocol. The server
 * uses a dozen of eighty, but the package is handed on as a whole, so no bundler can tell which.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** One namespace: `export var Range;` and the function that fills it, or a class. */
const BLOCK =
  /^(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:var (\w+);\n\(function \(\1\) \{[\s\S]*?^\}\)\(\1 \|\| \(\1 = \{\}\)\);|class (\w+) [\s\S]*?^\})\n/gm;

/**
 * The source of the package without the namespaces that neither `isUsed` nor one that stays names.
 *
 * @param {string} source
 * @param {(name: string) => boolean} isUsed
 */
export function withoutUnused(source, isUsed) {
  const blocks = new Map([...source.matchAll(BLOCK)].map((match) => [match[1] ?? match[2] ?? '', match[0]]));
  const rest = source.replace(BLOCK, '');
  const kept = new Set([...blocks.keys()].filter((name) => isUsed(name) || hasWord(rest, name)));
  for (const name of kept) {
    const own = (blocks.get(name) ?? '').replace(/\/\*\*[\s\S]*?\*\//g, '');
    for (const other of blocks.keys()) if (hasWord(own, other)) kept.add(other);
  }
  return source.replace(BLOCK, (block, variable, other) => (kept.has(variable ?? other) ? block : ''));
}

/**
 * @param {string} text
 * @param {string} word
 */
const hasWord = (text, word) => new RegExp(`\\b${word}\\b`).test(text);

/** @param {string} folder @returns {string[]} */
function scriptsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return scriptsIn(file);
    return /\.(?:ts|js)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : [];
  });
}

/** Values that a file of ours takes from the protocol's packages. @param {string} text */
function importsOf(text) {
  const names = [];
  for (const [, list = ''] of text.matchAll(/^import \{([^}]*)\} from 'vscode-languageserver[^']*';/gm))
    for (const item of list.split(',')) {
      const name = /^\s*(?!type\s)(\w+)/.exec(item)?.[1];
      if (name) names.push(name);
    }
  return names;
}

/** Values that a compiled file of the protocol's packages takes from another: `protocol_1.Range`. @param {string} text */
const accessesOf = (text) => [...text.matchAll(/\b\w+_1\.(\w+)/g)].map(([, name = '']) => name);

/**
 * The folder `lib` of a package as a file would find it.
 *
 * @param {string} id
 * @param {string} from
 */
function libraryOf(id, from) {
  const file = createRequire(from).resolve(id);
  return file.slice(0, file.lastIndexOf(`${path.sep}lib${path.sep}`) + '/lib'.length);
}

/**
 * Folders of the packages that the server stands on, each as the one before finds it.
 *
 * @param {string} root
 */
function protocolLibraries(root) {
  const server = libraryOf('vscode-languageserver/node', path.join(root, 'package.json'));
  const protocol = libraryOf('vscode-languageserver-protocol', path.join(server, 'main.js'));
  const rpc = libraryOf('vscode-jsonrpc', path.join(protocol, 'main.js'));
  return { server, protocol, rpc };
}

const read = (/** @type {string} */ file) => readFileSync(file, 'utf8');

/**
 * Keeps of `vscode-languageserver-types` what the server and the packages that it stands on name anywhere.
 *
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
export function usedTypes(root) {
  return {
    name: 'used-types',
    setup({ onLoad }) {
      const { server, protocol } = protocolLibraries(root);
      const used = new Set([
        ...scriptsIn(path.join(root, 'server/src')).flatMap((file) => importsOf(read(file))),
        ...[server, protocol].flatMap(scriptsIn).flatMap((file) => accessesOf(read(file))),
      ]);
      onLoad({ filter: /vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, ({ path: file }) => ({
        contents: withoutUnused(read(file), (name) => used.has(name)),
        loader: 'js',
      }));
    },
  };
}

/** The search for globally installed modules, which the package loads and only hands on. */
const SEARCH = /vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/;
/**
 * What a server may offer, each in a file of the server's package, of the protocol's, or both; and what we would name if
 * we did.
 */
const FEATURES = {
  callHierarchy: 'callHierarchy',
  colorProvider: 'onDocumentColor',
  inlineCompletion: 'inlineCompletion',
  inlineValue: 'inlineValue',
  linkedEditingRange: 'onLinkedEditingRange',
  moniker: 'moniker',
  showDocument: 'showDocument',
  textDocumentContent: 'textDocumentContent',
  typeHierarchy: 'typeHierarchy',
};
/** A file that only hands on what nobody asks for. @type {import('esbuild').OnLoadResult} */
const EMPTY = { contents: 'exports.__esModule = true;', loader: 'js' };
/** Memory that a client shares to tell which requests it has cancelled; ours does not. */
const SHARED_CANCELLATION = /vscode-jsonrpc[\\/]lib[\\/]common[\\/]sharedArrayCancellation\.js$/;
/** The queue of messages: a map with far more methods than the connection calls. */
const QUEUE = /vscode-jsonrpc[\\/]lib[\\/]common[\\/]linkedMap\.js$/;
const UNUSED_METHOD =
  /^ {4}(?:before|after|forEach|keys|values|entries|trimOld|toJSON|fromJSON)\([\s\S]*?^ {4}\}\n|^class LRUCache [\s\S]*?^\}\nexports\.LRUCache = LRUCache;\n/gm;
const capital = (/** @type {string} */ word) => word.charAt(0).toUpperCase() + word.slice(1);
/** `exports.A = exports.B = void 0;`: TypeScript announces what a file is going to export; nobody looks before that. */
const ANNOUNCED = /^(?:exports\.\w+ = )+void 0;$/gm;
/** What a file hands on of another. */
const HANDED_ON =
  /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return \w+\.\w+; \} \}\);$/gm;

/** Where a server says what answers a request: `onHover: (handler) => connection.onRequest(...),`. */
const HANDLER =
  /^ {8}(?:(on\w+): \(handler\) => connection\.on(?:Request|Notification)\([\s\S]*?\),\n(?= {8}\w)|(on\w+)\(handler\) \{\n[\s\S]*?^ {8}\}\n)/gm;
/** Which way a message goes and who can take it, for who writes the protocol's documentation. */
const DESCRIBED =
  /^ {4}\w+\.(?:messageDirection|capabilities) = \w+\.(?:MessageDirection\.|CM\.create\().*;\n/gm;
/** Ways to put features together, for servers with features of their own. */
const COMBINED = /^exports\.(combine\w*Features) = \1;$/gm;
/** A message of the protocol, or an enumeration. */
const MESSAGE = /^var (\w+);\n\(function \(\1\) \{[\s\S]*?^\}\)\(\1 \|\| \(exports\.\1 = \1 = \{\}\)\);$/gm;

/**
 * A file without the messages that neither `isUsed` nor what stays of the file names.
 *
 * @param {string} source
 * @param {(name: string) => boolean} isUsed
 * @returns {string}
 */
function withoutMessages(source, isUsed) {
  const code = source.replace(/\/\*\*[\s\S]*?\*\//g, '');
  const unused = [...code.matchAll(MESSAGE)].find(
    ([block, name = '']) => !isUsed(name) && !hasWord(code.replace(block, ''), name),
  );
  return unused ? withoutMessages(code.replace(unused[0], ''), isUsed) : code;
}

/**
 * Leaves out of the protocol's packages what the server does not come to.
 *
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
export function usedProtocol(root) {
  return {
    name: 'used-protocol',
    setup({ onLoad }) {
      const ours = scriptsIn(path.join(root, 'server/src')).map(read).join('\n');
      const files = Object.values(protocolLibraries(root)).flatMap(scriptsIn);
      // What the package itself asks of a connection, or we do.
      const asked = `${ours}\n${files.map((file) => read(file).replace(HANDLER, '')).join('\n')}`;
      const answered = (/** @type {string} */ code) =>
        code.replace(HANDLER, (lines, one, other) => (hasWord(asked, one ?? other) ? lines : ''));
      const accessed = new Set(
        files.flatMap((file) => accessesOf(answered(read(file)).replace(HANDED_ON, ''))),
      );
      const isUsed = (/** @type {string} */ name) => accessed.has(name) || hasWord(ours, name);
      onLoad({ filter: SEARCH }, () => EMPTY);
      if (!hasWord(ours, 'SharedArrayReceiverStrategy')) onLoad({ filter: SHARED_CANCELLATION }, () => EMPTY);
      if (!hasWord(ours, 'LinkedMap') && !hasWord(ours, 'LRUCache'))
        onLoad({ filter: QUEUE }, ({ path: file }) => ({
          contents: read(file).replace(ANNOUNCED, '').replace(UNUSED_METHOD, ''),
          loader: 'js',
        }));
      for (const [feature, name] of Object.entries(FEATURES)) {
        if (hasWord(ours, name)) continue;
        onLoad(
          {
            filter: new RegExp(
              `vscode-languageserver[\\w-]*[\\\\/]lib[\\\\/]common[\\\\/](?:protocol\\.)?${feature}\\.js$`,
            ),
          },
          // A feature of the server's package is put on top of the others.
          () => ({ contents: `exports.${capital(feature)}Feature = (Base) => Base;`, loader: 'js' }),
        );
      }
      onLoad({ filter: /vscode-(?:languageserver|jsonrpc)[\w-]*[\\/]lib[\\/].*\.js$/ }, ({ path: file }) => ({
        contents: withoutMessages(
          answered(read(file))
            .replace(ANNOUNCED, '')
            .replace(DESCRIBED, '')
            .replace(HANDED_ON, (line, name) => (isUsed(name) ? line : ''))
            .replace(COMBINED, (line, name) => (isUsed(name) ? line : '')),
          isUsed,
        ),
        loader: 'js',
      }));
    },
  };
}
