import type { Reply } from '../../api/client.ts';

/** The organiser's things as the server tells of them. */
export type Account = Reply<'account.list'>['accounts'][number];
export type Unit = Reply<'unit.list'>['units'][number];
export type Season = Reply<'season.get'>;
export type Direction = Season['programme']['fields'][number]['directions'][number];
export type ContestLine = Reply<'season.contests'>['contests'][number];
export type Contest = Reply<'contest.get'>;
export type ContestSettings = NonNullable<Contest['settings']>;
export type Stage = Contest['stages'][number];
export type Entry = Reply<'entry.list'>['entries'][number];
export type Ticket = Reply<'ticket.list'>['tickets'][number];
export type StandingLine = Reply<'standings.get'>['rows'][number];
export type CutPreview = Reply<'cut.preview'>;
export type Result = Reply<'result.get'>;
export type Certificate = Reply<'certificate.list'>['certificates'][number];

/** What every panel of a stage is given. */
export interface StageProps {
  readonly contest: Contest;
  readonly stage: Stage;
}
