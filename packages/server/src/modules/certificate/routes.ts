import { ok, refuse } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import { originOf } from '../../platform/http/origin.ts';
import type { Platform } from '../../platform/platform.ts';
import { readContest } from '../contest/index.ts';
import { issueCertificates } from './issueCertificates.ts';
import { certificatesPdf } from './pdf.ts';
import { presentCertificate, textOf } from './present.ts';
import { readCertificate, readCertificates } from './store.ts';

type Names = 'certificate.issue' | 'certificate.list' | 'certificate.allPdf' | 'certificate.pdf';

export function certificateRoutes(platform: Platform): HandlersOf<Names> {
  const { db } = platform;
  return {
    'certificate.issue': async ({ params, staff }) => {
      const issued = await issueCertificates(platform, params.contestId, staff.username);
      return issued.ok ? ok({ certificates: issued.value.map(presentCertificate) }) : issued;
    },
    'certificate.list': async ({ params }) =>
      ok({ certificates: (await readCertificates(db, params.contestId)).map(presentCertificate) }),
    'certificate.allPdf': async ({ params, request }) => {
      const contest = await readContest(db, params.contestId);
      if (contest === undefined) return refuse('notFound');
      const valid = (await readCertificates(db, params.contestId)).filter(({ revoked }) => !revoked);
      if (valid.length === 0) return refuse('certificate.none');
      const origin = originOf(platform, request);
      if (!origin.ok) return origin;
      const pdf = await certificatesPdf(valid.map(textOf), origin.value);
      return pdf.ok ? ok({ fileName: `${contest.title}-荣誉证书.pdf`, bytes: pdf.value }) : pdf;
    },
    'certificate.pdf': async ({ params, request }) => {
      const certificate = await readCertificate(db, { id: params.certificateId });
      if (certificate === undefined) return refuse('notFound');
      if (certificate.revoked) return refuse('certificate.revoked', { no: certificate.no });
      const origin = originOf(platform, request);
      if (!origin.ok) return origin;
      const pdf = await certificatesPdf([textOf(certificate)], origin.value);
      return pdf.ok ? ok({ fileName: `${certificate.no}.pdf`, bytes: pdf.value }) : pdf;
    },
  };
}
