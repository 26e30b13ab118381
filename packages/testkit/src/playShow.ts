import type { HostAct, HostView, TeamView, Verdict } from '@leitai/rules/show';
import type { LivePage } from './livePage.ts';

export interface Script {
  /** The host's ruling on a spoken answer. */
  verdict?(view: HostView): Verdict;
  /** Stops before the act that would be sent; what was played so far stays. */
  until?(view: HostView): boolean;
}

/** Right, but every third turn wrong: scores that differ, and wrong answers in every kind of round. */
const usual = (view: HostView): Verdict =>
  view.decider === null && ((view.round?.turn ?? 0) + (view.round?.index ?? 0)) % 3 === 0 ? 'wrong' : 'right';

/** One act of the host, from what the desk shows, as a click would send it; the desk then shows what followed. */
export async function act(host: LivePage<HostView>, what: HostAct): Promise<HostView> {
  const ack = await host.cmd({ ...what, step: host.view!.step });
  if (!ack.ok) throw new Error(`${what.type}: ${ack.code} ${JSON.stringify(ack.facts ?? {})}`);
  return host.until((view) => view.seq >= ack.seq);
}

/**
 * Plays a whole show over live sockets, from the lobby (or wherever it stands) to the end: the host presses the one big
 * button, rules what has to be ruled, teams choose and buzz on their own phones. `host` has taken the console.
 * Returns the number of the host's acts.
 */
export async function playShow(
  host: LivePage<HostView>,
  teams: ReadonlyMap<string, LivePage<TeamView>>,
  script: Script = {},
): Promise<number> {
  const verdict = script.verdict ?? usual;
  let acts = 0;
  while (host.view!.phase !== 'finished' && script.until?.(host.view!) !== true) {
    const view = host.view!;
    const what = await choose(view, teams, verdict);
    if (what !== null) {
      await act(host, what);
      acts += 1;
    } else await host.until((later) => later.seq > view.seq);
    if (acts > 2_000) throw new Error('the show does not end');
  }
  return acts;
}

async function choose(
  view: HostView,
  teams: ReadonlyMap<string, LivePage<TeamView>>,
  verdict: (view: HostView) => Verdict,
): Promise<HostAct | null> {
  const kind = view.round?.kind;
  switch (view.phase) {
    case 'lobby':
      return view.next ?? { type: 'drawTables', seed: 'a seed for tests' };
    case 'choosing': {
      const page = teams.get(view.turn!.team!);
      // Without a phone, and now and then with one, the host speaks for the team.
      if (page === undefined) return { type: 'chooseRisk', value: view.values[0]! };
      if (view.round!.turn % 4 === 0) return { type: 'declineRisk' };
      await page.cmd({ type: 'chooseRisk', value: view.values.at(-1)! });
      return null;
    }
    case 'open': {
      const pages = view.mayAct.flatMap((team) => teams.get(team) ?? []);
      if (pages.length === 0) return view.next;
      await Promise.all(pages.map((page) => page.cmd({ type: 'press', question: view.question!.id })));
      return null;
    }
    case 'answering':
      if (kind !== 'charades') return view.next;
      return {
        type: 'judgeWord',
        word: view.word!.index,
        verdict: view.word!.index % 3 === 2 ? 'void' : 'hit',
      };
    case 'ruling':
      if (kind === 'video') return { type: 'judgeHits', hits: view.round!.turn % 2 === 0 ? [0, 1] : [0] };
      return kind === 'charades' ? view.next : { type: 'judge', verdict: verdict(view) };
    default:
      return view.next;
  }
}
