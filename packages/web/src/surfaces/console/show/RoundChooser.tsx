import { roundDefaults, roundVariants, type RoundTemplate, type ShowConfig } from '@leitai/rules/show';
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../words/language.ts';
import { useWords } from '../words.ts';
import { printedOf } from './programme.ts';

type Kind = keyof typeof roundDefaults;

const KINDS = Object.keys(roundDefaults) as Kind[];

interface Choice {
  readonly key: string;
  readonly template: RoundTemplate;
  /** `null`: the usual settings of the kind. */
  readonly title: { readonly zh: string; readonly en: string } | null;
}

const choicesOf = (kind: Kind): Choice[] => [
  { key: kind, template: roundDefaults[kind], title: null },
  ...Object.entries(roundVariants).flatMap(([key, { title, round }]): Choice[] =>
    round.kind === kind ? [{ key, template: round, title }] : [],
  ),
];

/** A kind of round, then which of its known rules; what would be printed stands beside. With `kind`: other rules for a round. */
export function RoundChooser(props: {
  config: ShowConfig;
  kind: Kind | null;
  pick: (template: RoundTemplate) => void;
  close: () => void;
}) {
  const { config, pick, close } = props;
  const w = useWords();
  const language = useLanguage();
  const [kind, setKind] = useState<Kind>(props.kind ?? 'mandatory');
  const [key, setKey] = useState<string>(kind);
  const choices = choicesOf(kind);
  const chosen = choices.find((one) => one.key === key) ?? choices[0]!;
  return (
    <Modal
      open
      width={900}
      title={w(props.kind === null ? 'round.add' : 'round.apply')}
      okText={w(props.kind === null ? 'round.addThis' : 'round.applyThis')}
      cancelText={w('cancel')}
      onOk={() => pick(chosen.template)}
      onCancel={close}
    >
      <div className={`chooser${props.kind === null ? '' : ' fixed'}`}>
        {props.kind === null && (
          <fieldset>
            <legend className="quiet">{w('round.kind')}</legend>
            <Radio.Group
              vertical
              value={kind}
              onChange={({ target }) => {
                setKind(target.value as Kind);
                setKey(target.value as Kind);
              }}
              options={KINDS.map((one) => ({ value: one, label: w(`roundKind.${one}`) }))}
            />
          </fieldset>
        )}
        <fieldset>
          <legend className="quiet">{w('round.rulesOf')}</legend>
          <Radio.Group
            vertical
            value={chosen.key}
            onChange={({ target }) => setKey(String(target.value))}
            options={choices.map((one) => ({
              value: one.key,
              label: one.title === null ? w('round.usual') : one.title[language],
            }))}
          />
        </fieldset>
        <aside className="rule-preview" aria-label={w('show.preview')} aria-live="polite">
          <div className="quiet">{w('show.preview')}</div>
          <ol>
            {printedOf(chosen.template, config).map(({ line, usual }) => (
              <li key={line.zh}>{usual ? line[language] : <mark>{line[language]}</mark>}</li>
            ))}
          </ol>
          {chosen.title !== null && <p className="quiet">{w('round.marked')}</p>}
        </aside>
      </div>
    </Modal>
  );
}
