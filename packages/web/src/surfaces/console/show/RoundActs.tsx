import type { ProgrammeRound, ShowConfig } from '@leitai/rules/show';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { PresetChooser } from './PresetChooser.tsx';
import { copied, roundFrom } from './programme.ts';
import { RoundChooser } from './RoundChooser.tsx';

interface Props {
  readonly config: ShowConfig;
  readonly change: (config: ShowConfig) => void;
}

/** Earlier, later, once more, away; a round with questions asks first. */
export function RoundActs({ config, index, change }: Props & { index: number }) {
  const w = useWords();
  const { rounds } = config;
  const round = rounds[index]!;
  const put = (next: readonly ProgrammeRound[]): void => change({ ...config, rounds: next });
  const swap = (other: number): void =>
    put(rounds.map((one, at) => (at === index ? rounds[other]! : at === other ? round : one)));
  const { title } = round;
  const remove = (): void => put(rounds.filter((one) => one !== round));
  return (
    <Space size={4}>
      <Button
        size="small"
        disabled={index === 0}
        aria-label={w('round.earlier', { title })}
        onClick={() => swap(index - 1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        disabled={index === rounds.length - 1}
        aria-label={w('round.later', { title })}
        onClick={() => swap(index + 1)}
      >
        ↓
      </Button>
      <Button
        size="small"
        title={w('round.copyLead')}
        aria-label={w('round.copyOf', { title })}
        onClick={() =>
          put([...rounds.slice(0, index + 1), copied(round, config), ...rounds.slice(index + 1)])
        }
      >
        {w('copy')}
      </Button>
      {round.questions.length === 0 ? (
        <Button size="small" aria-label={w('round.removeOf', { title })} onClick={remove}>
          {w('remove')}
        </Button>
      ) : (
        <Popconfirm
          title={w('round.removeAsk', { title, n: round.questions.length })}
          okText={w('remove')}
          cancelText={w('cancel')}
          onConfirm={remove}
        >
          <Button size="small" aria-label={w('round.removeOf', { title })}>
            {w('remove')}
          </Button>
        </Popconfirm>
      )}
    </Space>
  );
}

/** A round of any kind with rules that are in use, or another programme altogether. */
export function ProgrammeActs({ config, change, opened }: Props & { opened: (round: string) => void }) {
  const w = useWords();
  const [choosing, setChoosing] = useState<'round' | 'preset' | null>(null);
  const close = () => setChoosing(null);
  return (
    <div className="bar">
      <Button onClick={() => setChoosing('round')}>{w('round.add')}</Button>
      <Button onClick={() => setChoosing('preset')}>{w('preset.title')}</Button>
      {choosing === 'round' && (
        <RoundChooser
          config={config}
          kind={null}
          close={close}
          pick={(template) => {
            const round = roundFrom(template, config);
            change({ ...config, rounds: [...config.rounds, round] });
            opened(round.id);
            close();
          }}
        />
      )}
      {choosing === 'preset' && (
        <PresetChooser
          config={config}
          close={close}
          pick={(next) => {
            change(next);
            close();
          }}
        />
      )}
    </div>
  );
}
