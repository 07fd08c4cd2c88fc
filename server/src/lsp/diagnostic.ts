/** One finding in the protocol's words. */
import { type Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import type { Diagnosis, OkrDocument } from '../service';
import { toRange, toSeverity } from './convert';
import type { ClientFeatures } from './features';

/** What these rules mark can be deleted; editors fade it. */
const UNNECESSARY: ReadonlySet<string> = new Set(['unused-suppression']);

/** One finding in the protocol's words. The code-action feature makes the same for matching. */
export function toDiagnostic(
  document: OkrDocument,
  diagnosis: Diagnosis,
  client: Pick<ClientFeatures, 'codeDescription' | 'unnecessaryTag'>,
): Diagnostic {
  return {
    range: toRange(document, diagnosis.span),
    severity: toSeverity(diagnosis.severity),
    source: 'okrlint',
    code: diagnosis.ruleId,
    ...(client.codeDescription ? { codeDescription: { href: diagnosis.url } } : {}),
    message: diagnosis.message,
    ...(client.unnecessaryTag && UNNECESSARY.has(diagnosis.ruleId)
      ? { tags: [DiagnosticTag.Unnecessary] }
      : {}),
    data: {
      rule: diagnosis.ruleId,
      ...(diagnosis.variant === undefined ? {} : { variant: diagnosis.variant }),
    },
  };
}
