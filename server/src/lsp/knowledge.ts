/** Teams and rules by name, for our client's menus. */
import { titleOf } from '../explain';
import { RULES } from '../rules';
import { rulePageUrl } from '../service';
import { knowledgeOf, TEAMS } from '../teams';
import { LANGUAGES, type Language } from '../text/language';
import type { RulesParams, RulesResult, TeamsParams, TeamsResult } from './protocol';

/** Answers `okrlint/teams`. */
export function teams({ language }: TeamsParams): TeamsResult {
  return TEAMS.map((team) => {
    const { id, name, slug } = knowledgeOf(team, known(language));
    return { id, name, slug };
  });
}

/** Answers `okrlint/rules`, in the order of their ids. */
export function rules({ language }: RulesParams): RulesResult {
  return RULES.map(({ id }) => ({ id, title: titleOf(id, known(language)), url: rulePageUrl(id) })).sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  );
}

/** What comes over the wire may be anything. */
function known(language: unknown): Language {
  return LANGUAGES.find((each) => each === language) ?? 'en';
}
