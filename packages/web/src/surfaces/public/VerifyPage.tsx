import type { Endpoints, ReplyOf } from '@leitai/contract';
import { useState, type ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { day } from '../../ui/format.ts';
import { useLanguage } from '../../words/language.ts';
import { usePublicWords } from '../../words/public.ts';
import { Refused } from './Refused.tsx';
import { certificateNoOf } from './route.ts';
import { useReply } from './useReply.ts';

type Certificate = ReplyOf<Endpoints['public.certificate']>;

/** Verifies a certificate by its number: from the QR code's link, or typed from paper. */
export function VerifyPage({ no }: { no: string | null }) {
  const say = usePublicWords();
  const [typed, setTyped] = useState(no ?? '');
  const form = (
    <form
      className="verify no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = certificateNoOf(typed);
        if (wanted !== '') location.assign(`/v/${encodeURIComponent(wanted)}`);
      }}
    >
      <label htmlFor="no">{say('certificateNo')}</label>
      <div className="row">
        <input
          id="no"
          value={typed}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="no-hint"
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className={no === null ? 'main' : ''}>
          {say('check')}
        </button>
      </div>
      <p id="no-hint" className="quiet">
        {say('certificateHint')}
      </p>
    </form>
  );
  return (
    <>
      <h1>{say('verify')}</h1>
      {no === null ? form : <Verdict no={certificateNoOf(no)} below={form} />}
    </>
  );
}

/** `below` comes with the verdict: standing there before, it would be pushed down under the thumb. */
function Verdict({ no, below }: { no: string; below: ReactNode }) {
  const say = usePublicWords();
  const { reply, again } = useReply(() => call('public.certificate', { params: { certificateNo: no } }));
  if (reply.is === 'waiting') return <p className="quiet opening">{say('checking')}</p>;
  if (reply.is === 'here')
    return (
      <>
        <Found certificate={reply.value} />
        {below}
      </>
    );
  // A number that cannot be one (400) is no certificate either.
  if (reply.refusal.status !== 404 && reply.refusal.status !== 400)
    return <Refused refusal={reply.refusal} again={again} />;
  return (
    <>
      <section className="card verdict refused" role="status">
        <p className="word">
          <span aria-hidden="true">?</span> {say('unknownNo')}
        </p>
        <p className="num no">{no}</p>
        <p className="quiet">{say('unknownNoHint')}</p>
      </section>
      {below}
    </>
  );
}

function Found({ certificate }: { certificate: Certificate }) {
  const say = usePublicWords();
  const language = useLanguage();
  const { valid } = certificate;
  return (
    <section className={`card verdict ${valid ? 'valid' : 'refused'}`} role="status">
      <p className="word">
        <span aria-hidden="true">{valid ? '✓' : '✗'}</span> {say(valid ? 'valid' : 'revoked')}
      </p>
      <p className="num no">{certificate.no}</p>
      <dl className="facts">
        <dt>{say('holder')}</dt>
        <dd>
          <strong>{certificate.holder}</strong>
        </dd>
        <dt>{say('unit')}</dt>
        <dd>{certificate.unitName}</dd>
        <dt>{say('contest')}</dt>
        <dd>{certificate.contestTitle}</dd>
        <dt>{say('award')}</dt>
        <dd className="honour">{certificate.award}</dd>
        <dt>{say('issuedAt')}</dt>
        <dd>{day(certificate.issuedAt, language)}</dd>
      </dl>
    </section>
  );
}
