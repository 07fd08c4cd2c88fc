/**
 * Finds the configuration of a document: the nearest file at or above it, what that extends, and what stands further
 * up if it asks for it. Everything read is kept until somebody says that it changed.
 */
import type { Language } from '../text/language';
import { type CheckedFile, checkConfig, PRESETS } from './check';
import { compileLayers, type Effective, type Layer } from './merge';
import type { Complaint, ConfigFile, ConfigProblem } from './model';
import { folderOf, foldersUpTo, isWithin, placeOf, resolveReference } from './paths';
import { problemsOf } from './texts';
import { spanAt } from './tree';

/** In the order in which they are looked for in a folder. */
export const CONFIG_NAMES: readonly string[] = [
  '.okrlintrc.json',
  '.okrlintrc.yaml',
  '.okrlintrc.yml',
  '.okrlintrc',
];

/** Longer chains of `extends` are a mistake, or meant to be one. */
const LONGEST_CHAIN = 16;

export interface ResolverHost {
  /** The text of a file; undefined where there is none or it cannot be read. Never throws. */
  read(uri: string): Promise<string | undefined>;
  /** The folder above which nothing is looked for, and out of which nothing is read. */
  rootOf(uri: string): string;
  /** Where a file lies once links are followed; undefined where that cannot be told. Never throws. */
  real?(uri: string): Promise<string | undefined>;
  /** Language of messages about configuration files. */
  language(): Language;
}

/** The configuration that a document has. */
export interface Resolved extends Effective {
  /** The nearest file. */
  readonly uri: string;
  /** All files that take part, the nearest one and those that it extends or continues. */
  readonly files: readonly string[];
  /** What is wrong with the files that take part, and with those that should. */
  readonly problems: readonly ConfigProblem[];
}

/** A file with all that it extends: weakest layer first. */
interface Stack {
  readonly uri: string;
  readonly layers: readonly Layer[];
  readonly files: readonly string[];
  readonly problems: readonly ConfigProblem[];
  readonly apply: (uri: string) => Effective;
}

/** What one entry of `extends` brings, and what is wrong with the entry itself. */
interface Extended {
  readonly layers: readonly Layer[];
  readonly files: readonly string[];
  readonly problems: readonly ConfigProblem[];
  readonly complaint?: Omit<Complaint, 'span'>;
}

const refuse = (complaint: Omit<Complaint, 'span'>): Extended => ({
  layers: [],
  files: [],
  problems: [],
  complaint,
});

interface LoadedFile extends CheckedFile {
  readonly text: string;
}

export class ConfigResolver {
  readonly #host: ResolverHost;
  readonly #files = new Map<string, Promise<LoadedFile | undefined>>();
  readonly #lastGood = new Map<string, ConfigFile>();
  #folders = new Map<string, Promise<Stack | undefined>>();
  #explicit = new Map<string, Promise<Stack | undefined>>();

  constructor(host: ResolverHost) {
    this.#host = host;
  }

  /** The configuration of a document; undefined where there is none at or above it. */
  async for(uri: string): Promise<Resolved | undefined> {
    const folder = folderOf(uri);
    if (folder === undefined) return undefined;
    const stack = await this.#nearest(foldersUpTo(folder, this.#host.rootOf(uri)));
    return stack && resolved(stack, uri);
  }

  /** The same by one file that the caller names, wherever the document lies. Undefined if it cannot be read. */
  async byFile(config: string, uri: string): Promise<Resolved | undefined> {
    const place = placeOf(config);
    let stack = this.#explicit.get(place);
    if (!stack) {
      stack = this.#stack(config, folderOf(config) ?? config, []);
      this.#explicit.set(place, stack);
    }
    const found = await stack;
    return found && resolved(found, uri);
  }

  /** Whether a file has a say in any document so far: a change of it is worth a look. */
  knows(uri: string): boolean {
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    return CONFIG_NAMES.includes(name) || this.#files.has(placeOf(uri));
  }

  /** Files have changed, come or gone; without an argument, anything may have. Last good versions are kept. */
  forget(uris?: readonly string[]): void {
    if (uris) for (const uri of uris) this.#files.delete(placeOf(uri));
    else this.#files.clear();
    this.#folders = new Map();
    this.#explicit = new Map();
  }

  /** The stack that counts for the first of `folders`; folders share what is further up. */
  #nearest([folder, ...above]: readonly string[]): Promise<Stack | undefined> {
    if (folder === undefined) return Promise.resolve(undefined);
    const place = placeOf(folder);
    let stack = this.#folders.get(place);
    if (!stack) {
      // Asked for at once, because each question may travel to another machine.
      const further = this.#nearest(above);
      stack = this.#inFolder(folder, further);
      this.#folders.set(place, stack);
    }
    return stack;
  }

  async #inFolder(folder: string, further: Promise<Stack | undefined>): Promise<Stack | undefined> {
    const uris = CONFIG_NAMES.map((name) => `${folder}/${name}`);
    const files = await Promise.all(uris.map((uri) => this.#load(uri)));
    const found = uris.filter((_, n) => files[n] !== undefined);
    const [uri, ...others] = found;
    if (uri === undefined) return further;
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    const unused = others.flatMap((other) => {
      const text = files[uris.indexOf(other)]?.text ?? '';
      const span = { start: 0, end: Math.min(1, text.length) };
      const complaint: Complaint = { code: 'not-used', span, params: { other: name }, warning: true };
      return problemsOf(other, text, [complaint], this.#host.language());
    });
    return this.#stack(uri, folder, unused, further);
  }

  async #stack(
    uri: string,
    folder: string,
    unused: readonly ConfigProblem[],
    further?: Promise<Stack | undefined>,
  ): Promise<Stack | undefined> {
    const own = await this.#collect(uri, folder, []);
    if (!own) return undefined;
    const outer = own.config.root === false ? await further : undefined;
    const layers = [...(outer?.layers ?? []), ...own.layers];
    const problems = [...(outer?.problems ?? []), ...own.problems, ...unused];
    const files = [...new Set([...(outer?.files ?? []), ...own.files])];
    return { uri, layers, files, problems, apply: compileLayers(layers) };
  }

  /** A file's layers behind those that it extends. `folder` is what globs count from, `chain` what led here. */
  async #collect(uri: string, folder: string, chain: readonly string[]) {
    const file = await this.#load(uri);
    if (!file) return undefined;
    const place = placeOf(uri);
    const config = file.config ?? this.#lastGood.get(place) ?? {};
    const inner = [...chain, place];
    const layers: Layer[] = [];
    const files = [uri];
    const problems = [...file.problems];
    const list = typeof config.extends === 'string' ? [config.extends] : (config.extends ?? []);
    let sound = file.config !== undefined;
    for (const [n, path] of list.entries()) {
      const base = await this.#extended(path, uri, folder, inner);
      layers.push(...base.layers);
      files.push(...base.files);
      problems.push(...base.problems);
      if (base.complaint && file.config) {
        sound = false;
        const pointer = typeof config.extends === 'string' ? '/extends' : `/extends/${n}`;
        const span = file.root ? spanAt(file.root, pointer) : { start: 0, end: 0 };
        problems.push(...problemsOf(uri, file.text, [{ ...base.complaint, span }], this.#host.language()));
      }
    }
    if (sound) this.#lastGood.set(place, config);
    layers.push({ folder, config });
    return { config, layers, files, problems };
  }

  async #extended(path: string, from: string, folder: string, chain: readonly string[]): Promise<Extended> {
    const params = { path };
    if (path.startsWith('okrlint:')) {
      const preset = PRESETS.get(path);
      const allowed = [...PRESETS.keys()].join(', ');
      return preset
        ? { layers: [{ folder, config: preset }], files: [], problems: [] }
        : refuse({ code: 'extends-preset', params: { path, allowed } });
    }
    const target = resolveReference(path, from, this.#host.rootOf(from));
    if ('refused' in target) return refuse({ code: target.refused, params });
    if (await this.#leaves(target.uri, from)) return refuse({ code: 'extends-link', params });
    if (chain.includes(placeOf(target.uri)) || chain.length > LONGEST_CHAIN)
      return refuse({ code: 'extends-circle', params });
    const base = await this.#collect(target.uri, folder, chain);
    if (!base) return refuse({ code: 'extends-missing', params });
    const { layers, files, problems } = base;
    const broken = problems.some(({ severity }) => severity === 'error');
    const complaint: Omit<Complaint, 'span'> = { code: 'extends-broken', params, warning: true };
    return broken ? { layers, files, problems, complaint } : { layers, files, problems };
  }

  /** Whether a link leads out of what may be read. */
  async #leaves(uri: string, from: string): Promise<boolean> {
    const [real, root] = await Promise.all([
      this.#host.real?.(uri),
      this.#host.real?.(this.#host.rootOf(from)),
    ]);
    return real !== undefined && root !== undefined && !isWithin(root, real);
  }

  #load(uri: string): Promise<LoadedFile | undefined> {
    const place = placeOf(uri);
    let file = this.#files.get(place);
    if (!file) {
      file = this.#read(uri);
      this.#files.set(place, file);
    }
    return file;
  }

  async #read(uri: string): Promise<LoadedFile | undefined> {
    const text = await this.#host.read(uri);
    if (text === undefined) return undefined;
    return { text, ...checkConfig(uri, text, this.#host.language()) };
  }
}

function resolved({ uri, files, problems, apply }: Stack, document: string): Resolved {
  return { uri, files, problems, ...apply(document) };
}
