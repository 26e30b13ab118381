import type { ResultView } from '@leitai/contract';
import type { Static } from 'typebox';
import type { ComputedResult } from './computeResult.ts';
import type { StoredLots } from '../standings/index.ts';
import type { Notice, StoredResult } from './store.ts';

export type View = Static<typeof ResultView>;

/** A notice field by field: what the public may see of it (SE-35). */
export const presentNotice = (notice: Notice): Notice => ({
  title: notice.title,
  postedAt: notice.postedAt,
  firstDay: notice.firstDay,
  lastDay: notice.lastDay,
  days: [...notice.days],
  contact: { phone: notice.contact.phone, mail: notice.contact.mail, address: notice.contact.address },
  postedBy: notice.postedBy,
});

const presentLots = ({ algorithm, seed, drawnAt, drawnBy }: StoredLots): StoredLots => ({
  algorithm,
  seed,
  drawnAt,
  drawnBy,
});

export const presentProvisional = (computed: ComputedResult, now: number): View => ({
  state: 'provisional',
  standings: computed.standings,
  awards: computed.awards,
  refusal: computed.refusal?.code ?? null,
  sealedAt: null,
  sealedBy: null,
  fingerprint: computed.fingerprint,
  notice: null,
  finalAt: null,
  lots: computed.lots && presentLots(computed.lots),
  serverNow: now,
});

export const presentStored = (stored: StoredResult, lots: StoredLots | null, now: number): View => ({
  state: stored.state,
  standings: stored.standings,
  awards: stored.awards,
  refusal: null,
  sealedAt: stored.sealedAt,
  sealedBy: stored.sealedBy,
  fingerprint: stored.fingerprint,
  notice: stored.notice && presentNotice(stored.notice),
  finalAt: stored.finalAt,
  lots: lots && presentLots(lots),
  serverNow: now,
});
