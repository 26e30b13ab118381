import { ruleSheet, type ShowConfig, type ShowState } from '@leitai/rules/show';

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

/** What a protest is settled with: every point and every press (QZ-11, QZ-32). */
export const presentRecord = ({ ledger, presses, seq }: ShowState) => ({
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
  presses: presses.map(({ round, question, opening, team, at, deltaMs, verdict }) => ({
    round,
    question,
    opening,
    team,
    at,
    deltaMs,
    verdict,
  })),
  events: seq,
});
