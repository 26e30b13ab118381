import { Type } from 'typebox';
import { Closed, Id, Maybe, Ms, Text, TierWord, Words } from './shapes.ts';
import { NoticeView } from './result.ts';
import { RuleSheet } from './contest.ts';
import type { Endpoint } from './endpoint.ts';

/** What anyone may see: name, unit, contest, place, award and nothing else about a person (DP-20). */
const PublicContest = Closed({
  id: Id,
  title: Type.String(),
  seasonTitle: Type.String(),
  unitName: Type.String(),
  tier: TierWord,
  status: Words(['planned', 'draft', 'running', 'closed']),
  stages: Type.Array(
    Closed({ id: Id, name: Type.String(), kind: Words(['exam', 'show']), status: Type.String() }),
  ),
  ruleSheet: Maybe(RuleSheet),
  resultState: Maybe(Words(['noticed', 'final'])),
  results: Type.Array(
    Closed({
      place: Maybe(Type.Integer()),
      name: Type.String(),
      unitName: Type.String(),
      award: Maybe(Type.String()),
      members: Type.Array(Type.String()),
      /** The place was settled by a draw of lots (SK-73). */
      byLot: Type.Optional(Type.Literal(true)),
    }),
  ),
  notice: Maybe(NoticeView),
});

export const openEndpoints = {
  'system.health': {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the server and its database answer',
    access: { who: 'public' },
    reply: Closed({ ok: Type.Boolean(), now: Ms, version: Type.String() }),
  },
  'public.seasons': {
    method: 'GET',
    path: '/api/public/seasons',
    summary: 'Seasons with their contests under way or decided',
    access: { who: 'public' },
    reply: Closed({
      seasons: Type.Array(
        Closed({
          id: Id,
          title: Type.String(),
          theme: Type.String(),
          contests: Type.Array(
            Closed({
              id: Id,
              title: Type.String(),
              unitName: Type.String(),
              tier: TierWord,
              status: Type.String(),
            }),
          ),
        }),
      ),
    }),
  },
  'public.contest': {
    method: 'GET',
    path: '/api/public/contests/:contestId',
    summary: 'A contest as anyone may see it: rules, result and notice when their moment has come',
    access: { who: 'public' },
    params: Closed({ contestId: Id }),
    reply: PublicContest,
  },
  'public.certificate': {
    method: 'GET',
    path: '/api/public/certificates/:certificateNo',
    summary: 'Verify a certificate by its number',
    access: { who: 'public' },
    params: Closed({ certificateNo: Text(40) }),
    reply: Closed({
      valid: Type.Boolean(),
      no: Type.String(),
      contestTitle: Type.String(),
      holder: Type.String(),
      unitName: Type.String(),
      award: Type.String(),
      issuedAt: Ms,
    }),
  },
  'audit.list': {
    method: 'GET',
    path: '/api/audit',
    summary: 'The audit log, newest first, of the units the caller audits',
    access: { who: 'filtered', action: 'audit.read' },
    query: Closed({
      before: Type.Optional(Type.Integer({ minimum: 1 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    reply: Closed({
      rows: Type.Array(
        Closed({
          seq: Type.Integer(),
          at: Ms,
          actor: Type.String(),
          action: Type.String(),
          object: Type.String(),
          detail: Type.Unknown(),
          hash: Type.String(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Endpoint>;
