import { Type } from 'typebox';
import { Closed, DecimalText, Id, Maybe, Ms, Text, Words } from './shapes.ts';
import type { Endpoint } from './endpoint.ts';

export const StandingLine = Closed({
  entryId: Id,
  name: Type.String(),
  unitName: Type.String(),
  place: Maybe(Type.Integer()),
  total: Maybe(DecimalText),
  elapsedMs: Maybe(Type.Integer()),
  tied: Type.Boolean(),
  status: Words(['scored', 'absent', 'disqualified']),
  members: Type.Array(
    Closed({
      entryNo: Type.String(),
      name: Type.String(),
      score: Maybe(DecimalText),
      elapsedMs: Maybe(Type.Integer()),
    }),
  ),
  /** Components of a weighted result by number of stage, each of 100 (SK-32, SK-34). */
  parts: Type.Optional(
    Type.Array(Closed({ stage: Type.Integer(), score: Maybe(DecimalText), passed: Maybe(Type.Boolean()) })),
  ),
  /** The place was settled by a draw of lots (SK-73). */
  byLot: Type.Optional(Type.Literal(true)),
});

export const CutLine = Closed({
  entryId: Id,
  name: Type.String(),
  place: Maybe(Type.Integer()),
  total: Maybe(DecimalText),
  advances: Type.Boolean(),
  reason: Words(['within', 'tiedAtCut', 'below', 'absent', 'disqualified']),
});

export const CutPreview = Closed({
  count: Type.Integer(),
  advancing: Type.Integer(),
  rows: Type.Array(CutLine),
  /** Of exactly these rows; the confirmation must carry it, so nobody confirms what they did not see. */
  fingerprint: Type.String(),
  confirmedAt: Maybe(Ms),
  confirmedBy: Maybe(Type.String()),
});

export const AwardLine = Closed({
  entryId: Id,
  name: Type.String(),
  unitName: Type.String(),
  place: Type.Integer(),
  tier: Type.String(),
  members: Type.Array(Type.String()),
});

export const NoticeView = Closed({
  title: Type.String(),
  postedAt: Ms,
  firstDay: Type.String(),
  lastDay: Type.String(),
  days: Type.Array(Type.String()),
  contact: Closed({ phone: Type.String(), mail: Type.String(), address: Type.String() }),
  postedBy: Type.String(),
});

/** A draw as evidence: anyone gets the same lots from the seed (SK-41). */
const LotsView = Closed({
  algorithm: Type.String(),
  seed: Type.String(),
  drawnAt: Ms,
  drawnBy: Type.String(),
});

export const ResultView = Closed({
  state: Words(['provisional', 'sealed', 'noticed', 'final']),
  standings: Type.Array(StandingLine),
  awards: Type.Array(AwardLine),
  /** Why awards cannot be given yet, e.g. `award.tieAtBoundary`; null when they can. */
  refusal: Maybe(Type.String()),
  sealedAt: Maybe(Ms),
  sealedBy: Maybe(Type.String()),
  fingerprint: Type.String(),
  notice: Maybe(NoticeView),
  finalAt: Maybe(Ms),
  lots: Maybe(LotsView),
  serverNow: Ms,
});

export const CertificateView = Closed({
  id: Id,
  no: Type.String(),
  contestTitle: Type.String(),
  holder: Type.String(),
  team: Type.String(),
  unitName: Type.String(),
  award: Type.String(),
  issuedAt: Ms,
  revoked: Type.Boolean(),
});

const ParamsContest = Closed({ contestId: Id });
const ParamsStage = Closed({ stageId: Id });
const of = { of: 'contest', at: 'params.contestId' } as const;

export const resultEndpoints = {
  'standings.get': {
    method: 'GET',
    path: '/api/stages/:stageId/standings',
    summary: 'Standings of a stage, computed from its marks',
    access: { who: 'staff', action: 'result.read', of: 'stage', at: 'params.stageId' },
    params: ParamsStage,
    reply: Closed({ rows: Type.Array(StandingLine), stillOpen: Type.Boolean() }),
  },
  'cut.preview': {
    method: 'GET',
    path: '/api/stages/:stageId/cut',
    summary: 'Who would advance and why (SK-72)',
    access: { who: 'staff', action: 'result.read', of: 'stage', at: 'params.stageId' },
    params: ParamsStage,
    reply: CutPreview,
  },
  'cut.confirm': {
    method: 'POST',
    path: '/api/stages/:stageId/cut',
    summary: 'Confirm the cut just previewed; the next stage receives its entries',
    access: { who: 'staff', action: 'result.seal', of: 'stage', at: 'params.stageId' },
    params: ParamsStage,
    body: Closed({ fingerprint: Text(128) }),
    reply: CutPreview,
  },
  'result.get': {
    method: 'GET',
    path: '/api/contests/:contestId/result',
    summary: 'Final standings, awards and where they are in their life',
    access: { who: 'staff', action: 'result.read', ...of },
    params: ParamsContest,
    reply: ResultView,
  },
  'result.drawLots': {
    method: 'POST',
    path: '/api/contests/:contestId/result/lots',
    summary: 'Draw lots among those still level, where places may not be shared (SK-73); once a contest',
    access: { who: 'staff', action: 'result.seal', ...of },
    params: ParamsContest,
    reply: ResultView,
  },
  'result.seal': {
    method: 'POST',
    path: '/api/contests/:contestId/result/seal',
    summary: 'Seal standings and awards as previewed',
    access: { who: 'staff', action: 'result.seal', ...of },
    params: ParamsContest,
    body: Closed({ fingerprint: Text(128) }),
    reply: ResultView,
  },
  'result.post': {
    method: 'POST',
    path: '/api/contests/:contestId/result/notice',
    summary: 'Post the public notice (SE-30…35)',
    access: { who: 'staff', action: 'result.publish', ...of },
    params: ParamsContest,
    body: Closed({ contact: Closed({ phone: Text(40), mail: Text(120), address: Text(200) }) }),
    reply: ResultView,
  },
  'result.finalise': {
    method: 'POST',
    path: '/api/contests/:contestId/result/final',
    summary: 'Make the result final; refused before the notice has ended',
    access: { who: 'staff', action: 'result.publish', ...of },
    params: ParamsContest,
    reply: ResultView,
  },
  'certificate.issue': {
    method: 'POST',
    path: '/api/contests/:contestId/certificates',
    summary: 'Issue certificates for every award of a final result; idempotent',
    access: { who: 'staff', action: 'certificate.issue', ...of },
    params: ParamsContest,
    reply: Closed({ certificates: Type.Array(CertificateView) }),
  },
  'certificate.list': {
    method: 'GET',
    path: '/api/contests/:contestId/certificates',
    summary: 'Certificates of a contest',
    access: { who: 'staff', action: 'result.read', ...of },
    params: ParamsContest,
    reply: Closed({ certificates: Type.Array(CertificateView) }),
  },
  'certificate.allPdf': {
    method: 'GET',
    path: '/api/contests/:contestId/certificates.pdf',
    summary: 'All certificates of a contest in one PDF, to print',
    access: { who: 'staff', action: 'certificate.issue', ...of },
    params: ParamsContest,
    reply: { file: 'application/pdf' },
  },
  'certificate.pdf': {
    method: 'GET',
    path: '/api/certificates/:certificateId/pdf',
    summary: 'One certificate as PDF',
    access: { who: 'staff', action: 'certificate.issue', of: 'certificate', at: 'params.certificateId' },
    params: Closed({ certificateId: Id }),
    reply: { file: 'application/pdf' },
  },
} as const satisfies Record<string, Endpoint>;
