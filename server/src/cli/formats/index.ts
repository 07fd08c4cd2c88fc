/** Reports as text. One file per format; `FORMATS` is what `--format` accepts. */
import { github } from './github';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import { sarif } from './sarif';
import { stylish } from './stylish';

export type { FormatOptions, Formatter } from './format';
export const FORMATS = { stylish, json, sarif, github, junit, markdown } as const;
export type FormatName = keyof typeof FORMATS;
