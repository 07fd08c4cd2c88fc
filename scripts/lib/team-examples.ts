/** The examples in the team knowledge: snippets are made of them; the server has no use for them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { TeamId } from '../../server/src/teams/index';
import type { Language } from '../../server/src/text/language';

export interface OkrExample {
  readonly objective: string;
  readonly keyResults: readonly string[];
  readonly reason: string;
}

export interface TeamExamples {
  readonly good: OkrExample;
  readonly bad: OkrExample;
}

/** One good and one bad OKR of a team, in a language. */
export function examplesOf(team: TeamId, language: Language): TeamExamples {
  const file = new URL(`../../server/src/teams/${language}/${team}.yaml`, import.meta.url);
  const { good, bad } = parse(readFileSync(file, 'utf8')) as TeamExamples;
  return { good, bad };
}
