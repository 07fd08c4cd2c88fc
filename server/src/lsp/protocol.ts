/** Names that the server and our own clients share beyond the protocol's own. Other clients need none of them. */

/** What our client says of itself in `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers `READ_FILE` and `FIND_FILES`: workspaces may be virtual, and the server may be a Web Worker. */
  readonly files?: boolean;
}

/** Server to client: the text of a workspace file, `null` where there is none or it is no text. */
export const READ_FILE = 'okrlint/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = { readonly text: string } | null;

/** Server to client: URIs of the files in all workspace folders that match a glob. */
export const FIND_FILES = 'okrlint/findFiles';
export interface FindFilesParams {
  /** A glob relative to each workspace folder, `/` as separator. */
  readonly pattern: string;
  /** At most so many; what is beyond is left out. */
  readonly limit: number;
}
export type FindFilesResult = readonly string[];

/** Files larger than this (bytes) are not read for other files' sake: nobody writes such a plan. */
export const LARGEST_FILE = 5_000_000;
