/** The configuration stage: `.okrlintrc` files in, settings of a document out. Pure: reading is the caller's. */

export { checkConfig, LARGEST_CONFIG, PRESETS } from './check';
export { closest } from './closest';
export { compileGlobs, globComplaint, type PathTest } from './globs';
export { applyConfig } from './merge';
export type { ConfigFile, ConfigProblem, ConfigSettings, RuleSetting } from './model';
export { folderOf, isWithin, pathFrom, placeOf } from './paths';
export { CONFIG_NAMES, ConfigResolver, type Resolved, type ResolverHost } from './resolver';
