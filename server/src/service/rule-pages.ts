/** Address of a rule's page. The pages are also in the repository under `docs/rules/`. */
export function rulePageUrl(id: string): string {
  return `https://github.com/okrlint/okrlint/blob/main/docs/rules/${encodeURIComponent(id)}.md`;
}
