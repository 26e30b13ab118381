import { roundDefaults, type ProgrammeRound, type ShowConfig } from '@leitai/rules/show';
import { Button, Dropdown, Popconfirm } from 'antd';
import { useWords } from '../words.ts';

type Rounds = readonly ProgrammeRound[];

/** Earlier, later, away; a round with questions asks first. */
export function RoundActs(props: { rounds: Rounds; index: number; change: (rounds: Rounds) => void }) {
  const { rounds, index, change } = props;
  const w = useWords();
  const round = rounds[index]!;
  const swap = (other: number): void =>
    change(rounds.map((one, at) => (at === index ? rounds[other]! : at === other ? round : one)));
  const remove = (): void => change(rounds.filter((one) => one !== round));
  return (
    <span className="bar" onClick={(event) => event.stopPropagation()}>
      <Button
        size="small"
        disabled={index === 0}
        aria-label={w('round.earlier')}
        onClick={() => swap(index - 1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        disabled={index === rounds.length - 1}
        aria-label={w('round.later')}
        onClick={() => swap(index + 1)}
      >
        ↓
      </Button>
      <Popconfirm
        title={w('round.removeAsk', { title: round.title, n: round.questions.length })}
        okText={w('round.remove')}
        cancelText={w('cancel')}
        onConfirm={remove}
      >
        <Button size="small">{w('round.remove')}</Button>
      </Popconfirm>
    </span>
  );
}

const KINDS = Object.keys(roundDefaults) as (keyof typeof roundDefaults)[];

/** A round of any kind, with the rulebook's usual settings. */
export function AddRound({ config, change }: { config: ShowConfig; change: (config: ShowConfig) => void }) {
  const w = useWords();
  const add = (kind: (typeof KINDS)[number]): void => {
    const taken = new Set([
      ...config.rounds.map(({ id }) => id),
      ...(config.decider.rule === 'none' ? [] : [config.decider.round.id]),
    ]);
    let id: string = kind;
    for (let n = 2; taken.has(id); n += 1) id = `${kind}${n}`;
    const made = { ...roundDefaults[kind], id, questions: [] } as unknown as ProgrammeRound;
    change({ ...config, rounds: [...config.rounds, made] });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: KINDS.map((kind) => ({
          key: kind,
          label: `${roundDefaults[kind].title} · ${w(`roundKind.${kind}`)}`,
          onClick: () => add(kind),
        })),
      }}
    >
      <Button style={{ justifySelf: 'start' }}>{w('round.add')}</Button>
    </Dropdown>
  );
}
