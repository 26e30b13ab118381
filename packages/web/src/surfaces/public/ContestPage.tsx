import { useEffect } from 'react';
import { call } from '../../api/client.ts';
import { useLanguage } from '../../words/language.ts';
import { usePublicWords } from '../../words/public.ts';
import { Notice } from './Notice.tsx';
import { printOnly } from './print.ts';
import { Refused } from './Refused.tsx';
import { ResultTable } from './ResultTable.tsx';
import { StatusWord } from './StatusWord.tsx';
import { useReply } from './useReply.ts';

const RENEW_MS = 30_000;

/** A contest as anyone may see it; renewed now and then, so that a show's opening or a new notice turns up. */
export function ContestPage({ contestId }: { contestId: string }) {
  const say = usePublicWords();
  const language = useLanguage();
  const { reply, again } = useReply(() => call('public.contest', { params: { contestId } }), RENEW_MS);
  const title = reply.is === 'here' ? reply.value.title : null;
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
  if (reply.is === 'waiting') return <p className="quiet opening">{say('opening')}</p>;
  if (reply.is === 'refused') return <Refused refusal={reply.refusal} again={again} />;
  const contest = reply.value;
  const live = contest.stages.filter((stage) => stage.kind === 'show' && stage.status === 'open');
  return (
    <>
      <section className="contest-head">
        <h1 className="honour">{contest.title}</h1>
        <p>
          <StatusWord of="contest" status={contest.status} />
        </p>
        <dl className="facts">
          <dt>{say('organiser')}</dt>
          <dd>{contest.unitName}</dd>
          <dt>{say('season')}</dt>
          <dd>
            {contest.seasonTitle} · {say(`tier.${contest.tier}`)}
          </dd>
        </dl>
        {live.map((stage) => (
          <a key={stage.id} className="main-link no-print" href={`/audience/${stage.id}`}>
            {say('watchLive')} · {stage.name}
          </a>
        ))}
      </section>
      {contest.notice !== null && (
        <Notice
          notice={contest.notice}
          contestTitle={contest.title}
          lines={contest.results.filter((line) => line.award !== null)}
        />
      )}
      {contest.stages.length > 0 && (
        <section className="part">
          <h2>{say('stages')}</h2>
          <ol className="stations">
            {contest.stages.map((stage) => (
              <li key={stage.id}>
                <span>
                  {stage.name} <span className="quiet">{say(`kind.${stage.kind}`)}</span>
                </span>
                <StatusWord of="stage" status={stage.status} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className="part">
        <h2>{say('results')}</h2>
        <p className="quiet">
          {contest.resultState === null
            ? say('resultsNotYet')
            : contest.resultState === 'noticed'
              ? say('resultsNoticed')
              : say('resultsFinal')}
        </p>
        {contest.results.length > 0 && <ResultTable lines={contest.results} />}
      </section>
      {contest.ruleSheet !== null && (
        <details className="part rules">
          <summary>{say('ruleSheet')}</summary>
          <h3 className="only-print honour">
            {contest.ruleSheet.title} {say('ruleSheet')}
          </h3>
          {contest.ruleSheet.sections.map((section, at) => (
            <section key={at}>
              <h3>{section.heading[language]}</h3>
              {section.lines.map((line, lineAt) => (
                <p key={lineAt}>{line[language]}</p>
              ))}
            </section>
          ))}
          <button type="button" className="no-print" onClick={() => printOnly('rules')}>
            {say('printRules')}
          </button>
        </details>
      )}
    </>
  );
}
