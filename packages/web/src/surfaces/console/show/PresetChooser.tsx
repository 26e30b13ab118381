import { PRESETS, presetTitles, ruleSheet, type PresetName, type ShowConfig } from '@leitai/rules/show';
import { Alert, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../words/language.ts';
import { useWords } from '../words.ts';
import { withPreset } from './programme.ts';

/** Another programme of rounds: what it brings, whose questions stay and whose would leave. */
export function PresetChooser(props: {
  config: ShowConfig;
  pick: (config: ShowConfig) => void;
  close: () => void;
}) {
  const { config, pick, close } = props;
  const w = useWords();
  const language = useLanguage();
  const [name, setName] = useState<PresetName>(PRESETS[0]!);
  const change = withPreset(config, name);
  const lost = change.lost.filter(({ questions }) => questions.length > 0);
  return (
    <Modal
      open
      width={900}
      title={w('preset.title')}
      okText={w('preset.take')}
      cancelText={w('cancel')}
      onOk={() => pick(change.config)}
      onCancel={close}
    >
      <div className="chooser presets">
        <fieldset>
          <legend className="quiet">{w('preset.which')}</legend>
          <Radio.Group
            vertical
            value={name}
            onChange={({ target }) => setName(target.value as PresetName)}
            options={PRESETS.map((one) => ({ value: one, label: presetTitles[one][language] }))}
          />
        </fieldset>
        <div className="stack" style={{ alignContent: 'start' }}>
          {lost.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={w('preset.lost', {
                rounds: lost.map(({ title }) => title).join('、'),
                n: lost.reduce((sum, { questions }) => sum + questions.length, 0),
              })}
            />
          )}
          <aside className="rule-preview tall" aria-label={w('show.preview')} aria-live="polite" tabIndex={0}>
            {ruleSheet({ ...change.config, decider: { rule: 'none' } })
              .slice(1)
              .map((section, at) => (
                <section key={section.round}>
                  <strong>
                    {at + 1}. {section.title[language]}
                  </strong>{' '}
                  <span className="quiet">
                    {w('preset.questions', { n: change.config.rounds[at]?.questions.length ?? 0 })}
                  </span>
                  <p>{section.lines.map((line) => line[language]).join(language === 'zh' ? '；' : '; ')}</p>
                </section>
              ))}
          </aside>
          <p className="quiet">{w('preset.stays')}</p>
        </div>
      </div>
    </Modal>
  );
}
