/**
 * Texts that show what stands elsewhere already (old versions in a diff, output, chat): findings in them would be
 * listed twice or could not be acted on.
 */
import type * as vscode from 'vscode';

const SHADOW_SCHEMES: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'gitlens',
  'output',
  'comment',
  'vscode-scm',
  'vscode-local-history',
  'vscode-interactive-input',
  'walkThroughSnippet',
  'review',
  'pr',
  'okrlint-proposal',
]);

export function isShadow(uri: Pick<vscode.Uri, 'scheme'>): boolean {
  const { scheme } = uri;
  return SHADOW_SCHEMES.has(scheme) || scheme.startsWith('chat') || scheme.startsWith('vscode-chat');
}
