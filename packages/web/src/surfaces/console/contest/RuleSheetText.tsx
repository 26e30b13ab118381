import type { Reply } from '../../../api/client.ts';
import { useLanguage } from '../../../words/language.ts';

/** The printed rules 竞赛规则 as text, for the screen and for A4. */
export function RuleSheetText({ sheet }: { sheet: Reply<'contest.ruleSheet'> }) {
  const language = useLanguage();
  return (
    <article>
      <h1 style={{ fontSize: '1.375rem' }}>{sheet.title}</h1>
      <p className="issuer">{sheet.unitName}</p>
      {sheet.sections.map((section) => (
        <section key={section.heading.zh}>
          <h2 style={{ fontSize: '1.0625rem' }}>{section.heading[language]}</h2>
          {section.lines.map((line) => (
            <p key={line.zh}>{line[language]}</p>
          ))}
        </section>
      ))}
    </article>
  );
}
