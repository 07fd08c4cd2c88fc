/** Places of configuration files, as URIs: they may lie on a disk, behind a remote or on a web page. */

/** A URI in a form that is equal for equal places, however a client escapes it. For comparing, not for reading. */
export function placeOf(uri: string): string {
  try {
    return decodeURIComponent(uri).normalize('NFC');
  } catch {
    return uri;
  }
}

/** A path or pattern without the slashes at its end. */
export function withoutSlash(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** The folder of a URI, without the slash; undefined at the top, and for texts that lie nowhere (`untitled:`). */
export function folderOf(uri: string): string | undefined {
  const path = uri.indexOf('/');
  const end = uri.lastIndexOf('/');
  const authority = uri.indexOf('://');
  const top = authority < 0 ? path : uri.indexOf('/', authority + 3);
  return end <= top || path < 0 ? undefined : uri.slice(0, end);
}

/** Whether `uri` is `folder` or below it. */
export function isWithin(folder: string, uri: string): boolean {
  const outer = withoutSlash(placeOf(folder));
  const inner = placeOf(uri);
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** The path of `uri` from `folder`, for globs; undefined if it is not below it. */
export function pathFrom(folder: string, uri: string): string | undefined {
  const outer = withoutSlash(placeOf(folder));
  const inner = placeOf(uri);
  return inner.startsWith(`${outer}/`) ? inner.slice(outer.length + 1) : undefined;
}

/** `folder` and the folders above it up to `root`, innermost first; `folder` alone if it is not below `root`. */
export function foldersUpTo(folder: string, root: string): string[] {
  const folders = [folder];
  let current: string | undefined = folder;
  while (placeOf(current) !== withoutSlash(placeOf(root))) {
    current = folderOf(current);
    if (current === undefined || !isWithin(root, current)) break;
    folders.push(current);
  }
  return folders;
}

/** Signs of other systems' paths, of addresses, and what stands in no path: control characters, half characters. */
const NO_PATH = /[\\?#\p{Cc}\p{Cs}]/u;
/** Windows drops dots and blanks at the end of a name, so that `.. ` would lead up. */
const DOTS = /^\.[. ]+$/;

/** Where a path that a file names leads to, or why it is not followed. `root` is the workspace folder. */
export function resolveReference(
  path: string,
  from: string,
  root: string,
): { readonly uri: string } | { readonly refused: 'extends-absolute' | 'extends-outside' } {
  if (/^(?:[/~]|[A-Za-z][\w+.-]*:)/.test(path) || NO_PATH.test(path)) return { refused: 'extends-absolute' };
  const steps = (folderOf(from) ?? from).split('/');
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..' && DOTS.test(step)) return { refused: 'extends-absolute' };
    if (step !== '..') steps.push(encodeURIComponent(step));
    else if (steps.length > 1) steps.pop();
    // Even a path that comes back inside may not leave: what lies there is nobody's business.
    if (!isWithin(root, steps.join('/'))) return { refused: 'extends-outside' };
  }
  return { uri: steps.join('/') };
}
