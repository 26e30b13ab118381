import type { Moment } from '@leitai/rules/show';
import type { ReactNode } from 'react';
import { useReplayWords } from '../../../words/replay.ts';
import { Moves, useNames } from './names.tsx';
import { Revealed } from './Revealed.tsx';

const minutes = (ms: number): number => Math.round(ms / 6_000) / 10;

/** One thing that happened, in words, with the points it moved. */
export function MomentLine({ moment }: { moment: Moment }) {
  const words = useWordsOf(moment);
  if (moment.type === 'closed') return <Revealed moment={moment} />;
  if (words === null && moment.moves.length === 0) return null;
  return (
    <div className={`moment ${moment.type}`}>
      {words !== null && <p>{words}</p>}
      <Moves moment={moment} />
    </div>
  );
}

function useWordsOf(moment: Moment): ReactNode {
  const say = useReplayWords();
  const { name, names } = useNames();
  switch (moment.type) {
    case 'opened':
      return moment.opening > 1 ? say('openedAgain', { n: moment.opening }) : say('opened');
    case 'deadHeat': {
      const { teams, settledBy, winner } = moment;
      const how = settledBy === 'jury' && winner !== null ? 'juryDone' : settledBy;
      const settled = say(`heat.${how}`, { team: winner === null ? '' : name(winner) });
      return `${say('deadHeat', { teams: names(teams) })}；${settled}`;
    }
    case 'given':
      return say('given', { team: name(moment.team) });
    case 'timedOut':
      return say(`time.${moment.clock}`);
    case 'ruled': {
      const { team, verdict, late, from } = moment;
      return (
        <>
          <strong>{say(`ruled.${verdict}`, { team: name(team) })}</strong>
          {late && ` · ${say('late')}`}
          {from !== null && ` · ${say('tookOver', { team: name(from) })}`}
        </>
      );
    }
    case 'word':
      return say(`word.${moment.verdict}`, { team: name(moment.team), n: moment.word + 1 });
    case 'hits':
      return say('hits', { team: name(moment.team), n: moment.found });
    case 'ruledTogether': {
      const stakes = Object.entries(moment.stakes).map(([team, stake]) => `${name(team)} ${stake}`);
      return (
        <>
          {moment.right.length === 0 ? say('togetherNone') : say('together', { teams: names(moment.right) })}
          {moment.out.length > 0 && ` · ${say('outOfRound', { teams: names(moment.out) })}`}
          {stakes.length > 0 && ` · ${say('stakes', { stakes: stakes.join('、') })}`}
        </>
      );
    }
    case 'declined':
      return say('declined', { team: name(moment.team) });
    case 'toAudience':
      return say('toAudience');
    case 'skipped':
    case 'deferred':
    case 'wentBack':
      return say(moment.type, { reason: moment.reason });
    case 'voided':
      return say('questionVoided', { reason: moment.reason });
    case 'paused': {
      const lasted = moment.ms === null ? '' : ` · ${say('lasted', { minutes: minutes(moment.ms) })}`;
      return `${say(`pause.${moment.reason}`)}${lasted}`;
    }
    case 'protest':
      return say('protest', { no: moment.protest, team: name(moment.team) });
    case 'protestRuled':
      return say(`protest.${moment.verdict}`, { no: moment.protest });
    case 'roundEnded':
      return moment.eliminated.length === 0
        ? say('roundEnded')
        : `${say('roundEnded')} · ${say('eliminated', { teams: names(moment.eliminated) })}`;
    case 'decided':
      return say('decided', { tiers: moment.tiers.map(names).join(' > ') });
    case 'adjusted':
    case 'reversed':
    case 'undone':
    case 'started':
    case 'finished':
    case 'reopened':
      return say(moment.type);
    default:
      return null;
  }
}
