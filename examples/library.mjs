import { createOkrLanguageService, DEFAULT_SETTINGS, plainText } from 'okrlint';

const text = '## Objective 1: Customers recommend us\n- KR 1: Call more customers\n- KR 2: Have NPS at 45\n';
const service = createOkrLanguageService();
const request = { document: service.read(text), settings: DEFAULT_SETTINGS, today: '2026-07-01' };
for (const finding of service.diagnose(request)) {
  const { line } = request.document.lines.positionAt(finding.span.start);
  const rewrite = service.suggestionsFor(request, finding)[0]?.statement;
  console.log(`${line + 1}: ${finding.message}${rewrite ? `\n   ${plainText(rewrite)}` : ''}`);
}
