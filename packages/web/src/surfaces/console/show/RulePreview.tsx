import { ruleSheet, type RuleSheetSection, type ShowConfig } from '@leitai/rules/show';
import { useContext, useState } from 'react';
import { useLanguage } from '../../../words/language.ts';
import { useWords } from '../words.ts';
import { settingFaults } from './configFaults.ts';
import { Faults } from './FieldRow.tsx';

interface Props {
  readonly config: ShowConfig;
  /** `null`: the rules of the whole show. */
  readonly round: string | null;
  /** Where the round is in the configuration. */
  readonly path: string;
}

const WHOLE = ['baseScore', 'floor', 'order', 'placesThatMatter', 'decider'] as const;

/** One part printed by itself: a wrong setting elsewhere does not hold it up. */
const printed = (config: ShowConfig, round: string | null): RuleSheetSection | undefined => {
  const rounds = config.rounds.filter(({ id }) => id === round);
  return ruleSheet({
    ...config,
    rounds,
    decider: rounds.length > 0 ? { rule: 'none' } : config.decider,
  }).find((one) => one.round === round);
};

/** The printed rules as they now are: what stands on paper is what is played. A wrong setting is not printed. */
export function RulePreview({ config, round, path }: Props) {
  const w = useWords();
  const language = useLanguage();
  const faults = useContext(Faults);
  const places = round === null ? WHOLE : [path];
  const wrong = places.some((place) => settingFaults(faults, place).length > 0);
  const [last, setLast] = useState<{ config: ShowConfig; section: RuleSheetSection | undefined } | null>(
    null,
  );
  let section = last?.section;
  if (!wrong && last?.config !== config) {
    section = printed(config, round);
    setLast({ config, section });
  }
  return (
    <aside className={`rule-preview${wrong ? ' held' : ''}`} aria-label={w('show.preview')}>
      <div className="quiet">{w('show.preview')}</div>
      {wrong && <p className="set-fault">{w('show.previewHeld')}</p>}
      <ol>
        {(section?.lines ?? []).map((line) => (
          <li key={line.zh}>{line[language]}</li>
        ))}
      </ol>
    </aside>
  );
}
