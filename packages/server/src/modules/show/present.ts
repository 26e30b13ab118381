import { ruleSheet, type ShowConfig, type ShowState, type Timeline } from '@leitai/rules/show';

/** The whole configuration with its answers: for those who conduct the show only. */
export const presentConfig = ({ config, phase }: ShowState) => ({
  config: { ...config },
  started: phase !== 'lobby',
});

export const presentSheet = (unitName: string, config: ShowConfig) => ({
  title: config.name,
  unitName,
  sections: ruleSheet(config).map(({ title, lines }) => ({
    heading: { zh: title.zh, en: title.en },
    lines: lines.map(({ zh, en }) => ({ zh, en })),
  })),
});

/** What a protest is settled with: every point and every press (QZ-11, QZ-32), and every lot with its codes. */
export const presentRecord = (
  { ledger, presses, crowd, seq }: ShowState,
  draws: ReadonlyMap<string, readonly string[]>,
) => ({
  ledger: ledger.map(({ no, team, round, question, delta, reason, note, by, at, reverses }) => ({
    no,
    team,
    round,
    question,
    delta,
    reason,
    ...(note === undefined ? {} : { note }),
    by,
    at,
    ...(reverses === undefined ? {} : { reverses }),
  })),
  presses: presses.map((press) => ({
    round: press.round,
    question: press.question,
    opening: press.opening,
    team: press.team,
    at: press.at,
    pressedAt: press.pressedAt,
    deltaMs: press.deltaMs,
    uncertaintyMs: press.uncertaintyMs,
    basis: press.basis,
    input: press.input,
    verdict: press.verdict,
  })),
  prizes: crowd.prizes.map(({ question, seed, of, digest, winners, at }) => ({
    question,
    seed,
    of,
    digest,
    winners: [...winners],
    at,
    codes: [...(draws.get(seed) ?? [])],
  })),
  events: seq,
});

/** For anyone with the key. Moments are allow-listed where they are made (`timeline` of the rules). */
export const presentReplay = (story: Timeline) => ({
  name: story.name,
  teams: story.teams.map(({ id, name, table }) => ({ id, name, table })),
  moments: story.moments.map((moment) => ({ ...moment })),
  standings: (story.standings ?? []).map(({ team, total, place, decided, byLot }) => ({
    team,
    total,
    place,
    decided,
    byLot,
  })),
  from: story.from,
  until: story.until,
  pausedMs: story.pausedMs,
  faultMs: story.faultMs,
});
