import { oneOf, unique, wholeIn, type FieldIssue } from '../kernel/index.ts';
import { TEAM_SCORES, TIE_BREAKERS, type StandingRule } from './types.ts';

/** Faults of a standing rule; fields are relative to it, `tieBreakers[1]`. */
export const validateStandingRule = (rule: StandingRule): FieldIssue[] => [
  ...oneOf('teamScore', rule.teamScore, TEAM_SCORES),
  ...wholeIn('places', rule.places, 0, 4),
  ...rule.tieBreakers.flatMap((breaker, i) => oneOf(`tieBreakers[${i}]`, breaker, TIE_BREAKERS)),
  ...unique(
    rule.tieBreakers,
    (breaker) => breaker,
    (_, i) => `tieBreakers[${i}]`,
  ),
];
