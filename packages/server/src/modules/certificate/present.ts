import type { CertificateView } from '@leitai/contract';
import type { Static } from 'typebox';
import type { CertificateText } from './draw.ts';
import type { StoredCertificate } from './store.ts';

export const presentCertificate = (certificate: StoredCertificate): Static<typeof CertificateView> => ({
  id: certificate.id,
  no: certificate.no,
  contestTitle: certificate.contestTitle,
  holder: certificate.holder,
  team: certificate.team,
  unitName: certificate.unitName,
  award: certificate.award,
  issuedAt: certificate.issuedAt,
  revoked: certificate.revoked,
});

/** What is printed. */
export const textOf = (certificate: StoredCertificate): CertificateText => ({
  no: certificate.no,
  holder: certificate.holder,
  team: certificate.team,
  unitName: certificate.unitName,
  contestTitle: certificate.contestTitle,
  award: certificate.award,
  issuer: certificate.issuer,
  issuedAt: certificate.issuedAt,
});
