/** SARIF 2.1.0, which code hosts show as alerts. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { titleOf, whyOf } from '../../explain';
import { DEFAULT_PROFILE, RULES, resolveSeverities, type Severity } from '../../rules';
import { rulePageUrl } from '../../service';
import { VERSION } from '../../service/version';
import type { Message } from '../report';
import { type Formatter, slashedPath } from './format';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export const sarif: Formatter = (reports, { trouble }) => {
  const used = new Set(reports.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)));
  const rules = RULES.filter(({ id }) => used.has(id)).map(({ id }) => descriptor(id));
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'okrlint',
            semanticVersion: /^\d+\.\d+\.\d+/.test(VERSION) ? VERSION : '0.0.0',
            informationUri: 'https://github.com/okrlint/okrlint',
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: reports.map(({ filePath }) => ({ location: { uri: uriOf(filePath) } })),
        results: reports.flatMap(({ filePath, messages }, file) =>
          messages.map((message) => result(filePath, file, message, indexOf.get(message.ruleId) ?? -1)),
        ),
        invocations: [
          {
            executionSuccessful: trouble.length === 0,
            toolExecutionNotifications: trouble.map(({ name, reason }) => ({
              level: 'error',
              message: { text: `${name} ${reason}.` },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(name) } } }],
            })),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function descriptor(id: string): ReportingDescriptor {
  const severity = resolveSeverities(DEFAULT_PROFILE)(id);
  return {
    id,
    shortDescription: { text: titleOf(id, 'en') },
    fullDescription: { text: whyOf(id, 'en') },
    helpUri: rulePageUrl(id),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

function result(file: string, artifact: number, message: Message, ruleIndex: number): Result {
  const { ruleId, severity, line, column, endLine, endColumn } = message;
  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file), index: artifact },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}

/** A URI reference: relative paths stay relative, so that the code host finds them in the repository. */
function uriOf(path: string): string {
  const encoded = slashedPath(path)
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (/^[A-Za-z]%3A\//.test(encoded)) return `file:///${encoded}`;
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}
