/** Scorecards as JSON, in the form of `schemas/okr-export.schema.json`. */
import type { DocumentScorecard } from '../service';

export const EXPORT_VERSION = 1;
const SCHEMA = 'https://raw.githubusercontent.com/okrlint/okrlint/main/schemas/okr-export.schema.json';

/** A file with its scorecard; `file` as the user named it, `/` as separator. */
export interface ExportedDocument extends DocumentScorecard {
  readonly file: string;
}

/** Lines count from 1 here, as editors show them. */
export function toJson(documents: readonly ExportedDocument[]): string {
  const shown = documents.map(({ path: _, objectives, ...document }) => ({
    ...document,
    objectives: objectives.map((objective) => ({
      ...objective,
      line: objective.line + 1,
      keyResults: objective.keyResults.map((kr) => ({ ...kr, line: kr.line + 1 })),
    })),
  }));
  return `${JSON.stringify({ $schema: SCHEMA, version: EXPORT_VERSION, documents: shown }, null, 2)}\n`;
}
