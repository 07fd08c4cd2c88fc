declare const OKRLINT_VERSION: string;

/** The package's version, put in by the bundler; `dev` when run from the sources. */
export const VERSION: string = typeof OKRLINT_VERSION === 'string' ? OKRLINT_VERSION : 'dev';
