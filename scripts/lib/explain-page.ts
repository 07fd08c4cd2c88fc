/** What `okrlint --explain` shows of a rule's page. */
import type { RulePage } from '../../server/src/cli/explain-command';

/** The sections of a page by their headings, without its marks. */
export function explainPage(page: string): RulePage {
  const section = (heading: string) => {
    const [, body = ''] = page.split(new RegExp(`^## ${heading}$`, 'mu'));
    return (body.split(/^## /mu, 1)[0] ?? '').trim();
  };
  const examples = (kind: 'bad' | 'good', language: 'en' | 'vi') =>
    [
      ...page.matchAll(
        new RegExp(`^\`\`\`okr-${kind}(?:-document)? ${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gmu'),
      ),
    ]
      .map(([, text = '']) => text.trim())
      .join('\n\n');
  return {
    finds: section('What it finds'),
    why: section('Why'),
    notes: section('Notes'),
    bad: { en: examples('bad', 'en'), vi: examples('bad', 'vi') },
    good: { en: examples('good', 'en'), vi: examples('good', 'vi') },
  };
}
