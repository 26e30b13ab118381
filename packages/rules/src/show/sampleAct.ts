import { TEST_QUESTION, type HostAct, type HostActType } from './command.ts';
import { OPEN_DISPLAY } from './display.ts';
import { isReversed } from './ledger.ts';
import { nextRound } from './programme.ts';
import { tiedGroups } from './standings.ts';
import type { ShowState } from './state.ts';

/** An act of the type with facts that fit the moment, to ask `decide` whether it would be accepted. */
export function sampleAct(state: ShowState, type: HostActType): HostAct | null {
  const { stage } = state;
  const team = state.config.teams[0]?.id ?? '';
  switch (type) {
    case 'drawTables':
      return { type, seed: '0' };
    case 'startRound':
      return { type, round: nextRound(state)?.id ?? '' };
    case 'judge':
      return { type, verdict: 'right' };
    case 'judgeWord':
      return { type, word: stage?.words.length ?? 0, verdict: 'void' };
    case 'judgeHits':
      return { type, hits: [] };
    case 'judgeTeams':
      return { type, right: [] };
    case 'settleDeadHeat':
      return { type, team: stage?.deadHeat?.teams[0] ?? '' };
    case 'giveTo':
      return { type, team: state.round?.order.find((t) => !stage?.out.includes(t)) ?? '' };
    case 'skipQuestion':
    case 'deferQuestion':
    case 'goBack':
    case 'voidQuestion':
    case 'reopen':
      return { type, reason: '-' };
    case 'chooseRisk':
      return { type, value: stage?.values[0] ?? '0' };
    case 'adjust':
      return { type, team, delta: '1', reason: '-' };
    case 'reverse': {
      const row = state.ledger.find((r) => r.reason !== 'base' && !isReversed(state.ledger, r.no));
      return row ? { type, ledgerNo: row.no, reason: '-' } : null;
    }
    case 'startDecider':
      return { type, teams: tiedGroups(state)[0]?.teams ?? [] };
    case 'pause':
      return { type, reason: 'break' };
    case 'openBuzzers':
    case 'finish':
      return { type, seed: '0' };
    case 'mapInput':
      return { type, input: 'key:KeyA', team };
    case 'setDisplay':
      return { type, display: OPEN_DISPLAY };
    case 'fileProtest':
      return { type, team, question: null, text: `- ${state.protests.length + 1}` };
    case 'ruleProtest': {
      const open = state.protests.find(({ ruling }) => ruling === null);
      return open ? { type, no: open.no, verdict: 'dismissed', note: '-' } : null;
    }
    case 'startPoll':
      return { type, id: TEST_QUESTION, title: '-', options: ['1', '2'] };
    case 'stopCrowd':
      return { type, counts: [], answered: 0 };
    case 'drawPrize':
      return {
        type,
        question: state.crowd.result?.id ?? '',
        seed: '0',
        of: 1,
        digest: '-',
        winners: [`-${state.crowd.prizes.length}`],
      };
    default:
      return { type };
  }
}
