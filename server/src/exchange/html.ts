/** A scorecard as one HTML file: no scripts, no links, nothing loaded; to be read in a browser, printed or mailed. */
import type { DocumentScorecard, ScorecardKeyResult, ScorecardObjective } from '../service';
import type { Language } from '../text/language';
import { fill, wordsIn } from './words';

const STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8883; --good: #2e7d32; --slow: #b26a00; --bad: #c62828; }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: .25rem 0; } .facts { opacity: .8; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 0; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; }
th { font-weight: 600; white-space: nowrap; } td.number { text-align: right; white-space: nowrap; }
td.share { white-space: nowrap; }
.bar { background: var(--soft); border-radius: 4px; display: inline-block; height: .6rem; overflow: hidden; width: 6rem; }
.bar i { background: #4a7fb5; display: block; height: 100%; }
.badge { border: 1px solid currentColor; border-radius: 1rem; font-size: .8rem; padding: 0 .5rem; white-space: nowrap; }
.on-track, .done { color: var(--good); } .behind { color: var(--slow); } .at-risk, .check { color: var(--bad); }
@media print {
  body { margin: 0; max-width: none; font-size: 11pt; } section { break-inside: avoid; }
  .bar, .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;

/** All documents on one page, in the language of the first. `today` is `YYYY-MM-DD`. */
export function toHtml(scorecards: readonly DocumentScorecard[], today: string): string {
  const language = scorecards[0]?.language ?? 'en';
  const words = wordsIn(language);
  const body = scorecards.flatMap((scorecard) => documentOf(scorecard));
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(words.scorecard)}</title>
<style>${STYLE}
</style>
</head>
<body>
<h1>${escapeHtml(words.scorecard)}</h1>
<p class="facts">${escapeHtml(fill(words.printed, { date: today }))}</p>
${body.length > 0 ? body.join('\n') : `<p>${escapeHtml(words.none)}</p>`}
</body>
</html>
`;
}

/** Text as it may stand between tags and in quoted attributes. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function documentOf({ title, team, cycle, language, objectives }: DocumentScorecard): string[] {
  if (objectives.length === 0) return [];
  const words = wordsIn(language);
  const facts = [team && `${words.team}: ${team}`, cycle && `${words.cycle}: ${cycle.text}`].filter(Boolean);
  return [
    `<h2 lang="${language}">${escapeHtml(title)}</h2>`,
    ...(facts.length > 0 ? [`<p class="facts">${escapeHtml(facts.join(' · '))}</p>`] : []),
    ...objectives.map((objective) => objectiveOf(objective, language)),
  ];
}

function objectiveOf(objective: ScorecardObjective, language: Language): string {
  const words = wordsIn(language);
  const { text, label, owners, measurable, total, keyResults } = objective;
  const facts = [
    ...(owners.length > 0 ? [`${words.owner}: ${owners.join(', ')}`] : []),
    fill(words.measurable, { n: measurable, of: total }),
  ];
  const head = [
    words.keyResult,
    words.owner,
    words.baseline,
    words.current,
    words.target,
    words.progress,
    words.pace,
    words.due,
  ];
  return `<section lang="${language}">
<h3>${escapeHtml(label ? `${label}: ${text}` : text)}</h3>
<p class="facts">${escapeHtml(facts.join(' · '))} ${bar(objective.progress ?? objective.stated)}</p>
<table>
<thead><tr>${head.map((word) => `<th scope="col">${escapeHtml(word)}</th>`).join('')}</tr></thead>
<tbody>
${keyResults.map((kr) => keyResultOf(kr, language)).join('\n')}
</tbody>
</table>
</section>`;
}

function keyResultOf(kr: ScorecardKeyResult, language: Language): string {
  const words = wordsIn(language);
  const number = (value: number | undefined) =>
    `<td class="number">${value === undefined ? '' : escapeHtml(formatNumber(value, kr.unit, language))}</td>`;
  const name = kr.label ? `${kr.label}: ${kr.text}` : kr.text;
  const check = kr.measurable ? '' : ` <span class="badge check">${escapeHtml(words.check)}</span>`;
  const pace = kr.pace ? `<span class="badge ${kr.pace}">${escapeHtml(words.paces[kr.pace])}</span>` : '';
  return `<tr><td>${escapeHtml(name)}${check}</td><td>${escapeHtml(kr.owners.join(', '))}</td>${number(kr.baseline)}${number(kr.current)}${number(kr.target)}<td class="share">${bar(kr.progress ?? kr.stated)}</td><td>${pace}</td><td>${escapeHtml(kr.due ?? '')}</td></tr>`;
}

function formatNumber(value: number, unit: string | undefined, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(value);
  if (unit === undefined) return number;
  if (/^[$€£¥]$/u.test(unit)) return `${unit}${number}`;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** A bar with its number beside it, which is also what a screen reader says. */
function bar(share: number | undefined): string {
  if (share === undefined || !Number.isFinite(share)) return '';
  const percent = Math.round(share * 100);
  const width = Math.min(100, Math.max(0, percent));
  return `<span class="bar" aria-hidden="true"><i style="width: ${width}%"></i></span> ${percent}%`;
}
