/** A section with what has been made of it so far, kept from one version of a text to the next. */
import type { ChunkContent } from './model';
import type { ParsedText } from './parse';
import type { Mode, ReadState } from './read-state';
import type { HeadingMark } from './reader';
import type { Section } from './sections';

/** A chunk's content with the headings in it, which the tree needs for periods. */
export interface SectionContent extends ChunkContent {
  readonly headings: readonly HeadingMark[];
}

export interface LastReading {
  readonly mode: Mode;
  readonly stateIn: ReadState;
  readonly ahead: string;
  readonly stateOut: ReadState;
  readonly content: SectionContent;
}

/** A section and what has been made of it so far. Its text is not kept: parsing needs it once. */
export interface Entry {
  readonly section: Section;
  /** Its blocks, where it would take a parser to have them again. */
  parsed?: ParsedText;
  reading?: LastReading;
  /** `ahead` as seen from before the section, for what came behind it. */
  view?: { readonly behind: string; readonly ahead: string };
}

export const asEntries = (sections: readonly Section[]): Entry[] => sections.map((section) => ({ section }));
