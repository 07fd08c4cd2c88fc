/** For tests on documents of every form: the text after a suggestion of one kind. */
import { applied, plausibleValues, readItems, type Setting } from './pipeline';

export const EN: Setting = { language: 'en', team: 'sales' };
export const VI: Setting = { language: 'vi', team: 'sales' };

/** What replaces the first activity of a document in these tests. */
export const MEASURED = 'Increase meetings booked with customers from 20 to 30 a month';

/** The text after the first suggestion of that kind on any item of the document. */
export function after(text: string, id: string, setting: Setting = EN): string {
  for (const item of readItems(text, setting))
    for (const { ruleId } of item.findings)
      for (const suggestion of item.suggestions(ruleId))
        if (suggestion.id === id)
          return applied(text, suggestion.edits, plausibleValues(setting.language)[0]);
  throw new Error(`no ${id} is offered`);
}

export function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
