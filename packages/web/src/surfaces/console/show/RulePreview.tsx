import { ruleSheet, type ShowConfig } from '@leitai/rules/show';
import { useLanguage } from '../../../words/language.ts';
import { useWords } from '../words.ts';

/** The printed rules as they now are: what stands on paper is what is played. */
export function RulePreview({ config, round }: { config: ShowConfig; round: string | null }) {
  const w = useWords();
  const language = useLanguage();
  const section = ruleSheet(config).find((one) => one.round === round);
  if (section === undefined) return null;
  return (
    <aside className="rule-preview" aria-label={w('show.preview')}>
      <div className="quiet">{w('show.preview')}</div>
      <ol>
        {section.lines.map((line) => (
          <li key={line.zh}>{line[language]}</li>
        ))}
      </ol>
    </aside>
  );
}
