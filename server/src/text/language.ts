/** A language that okrlint can judge. A third one is a folder beside `statement/en` and an entry here. */
export type Language = 'en' | 'vi';

export const LANGUAGES: readonly Language[] = ['en', 'vi'];
