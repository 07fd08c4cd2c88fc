import type { Item, Located, OkrDocument } from '../../server/src/document/index';

/**
 * A reading as text: `3 O bold-line [Objective 1:] title | field=value`, key results and initiatives (`K`, `I`) indented
 * below their objective, check-ins below those. The first line says how the file was recognised.
 */
export function outlineOf(document: OkrDocument): string {
  const line = ({ item, offset }: Located<Item>, sign: string) => {
    const at = document.lines.positionAt(offset + item.statement.span.start).line + 1;
    const label = item.label ? ` [${item.label.text}]` : '';
    const state = 'checked' in item ? (item.checked ? ' (x)' : ' ( )') : '';
    const text = item.statement.text.replace(/\s+/g, ' ').trim();
    const fields = item.fields.map(({ name, value }) => `${name}=${value}`).join('; ');
    const struck = item.struck ? ' struck' : '';
    return `${at} ${sign} ${item.form}${struck}${state}${label} ${text}${fields ? ` | ${fields}` : ''}`;
  };
  const { isOkr, because } = document.recognition;
  const lines = [isOkr ? because : `no: ${because}`];
  lines.push(...document.orphans().map((kr) => `orphan ${line(kr, 'K')}`));
  for (const objective of document.objectives()) {
    lines.push(`${line(objective, 'O')}${objective.period ? ` {${objective.period}}` : ''}`);
    for (const kr of objective.keyResults) {
      lines.push(`  ${line(kr, 'K')}`);
      lines.push(...kr.item.checkIns.map(({ date, value }) => `    ${date} ${value ?? ''}`.trimEnd()));
    }
    lines.push(...objective.initiatives.map((initiative) => `  ${line(initiative, 'I')}`));
  }
  return `${lines.join('\n')}\n`;
}
