import type { Moment, Timeline } from '@leitai/rules/show';
import { useEffect, useMemo, useState } from 'react';
import { call, type Reply } from '../../../api/client.ts';
import { copyText } from '../../../ui/copyText.ts';
import { period } from '../../../ui/format.ts';
import { useLanguage } from '../../../words/language.ts';
import { useReplayWords } from '../../../words/replay.ts';
import { Refused } from '../Refused.tsx';
import { useReply } from '../useReply.ts';
import { ChapterPart } from './ChapterPart.tsx';
import { chapters, points } from './chapters.ts';
import { Teams, teamsOf } from './names.tsx';
import './replay.css';
import { RoundTotals, RunningScores, Standings } from './tables.tsx';
import { TotalsChart } from './TotalsChart.tsx';
import { useReading } from './useReading.ts';

const storyOf = (reply: Reply<'show.replay'>): Timeline => ({
  ...reply,
  moments: reply.moments as unknown as readonly Moment[],
});

/** A finished show, told to anyone who was given its address. */
export default function ReplayPage({ stageId }: { stageId: string }) {
  const say = useReplayWords();
  const key = new URLSearchParams(location.search).get('key') ?? '';
  const { reply, again } = useReply(() => call('show.replay', { params: { stageId }, query: { key } }));
  if (reply.is === 'waiting') return <p className="quiet opening">{say('opening')}</p>;
  if (reply.is === 'refused') return <Refused refusal={reply.refusal} again={again} />;
  return <Story story={storyOf(reply.value)} />;
}

function Story({ story }: { story: Timeline }) {
  const say = useReplayWords();
  const told = useMemo(() => chapters(story.moments), [story]);
  const course = useMemo(() => points(story), [story]);
  const keys = useMemo(() => course.map(({ key }) => key), [course]);
  const { now, go } = useReading(keys);
  useEffect(() => {
    document.title = `${story.name} ${say('title')}`;
  }, [story.name, say]);
  const at = course.findIndex(({ key }) => key === now);
  const none = story.teams.map(() => '0');
  return (
    <Teams.Provider value={teamsOf(story)}>
      <Head story={story} />
      <Standings story={story} />
      <TotalsChart story={story} now={now} go={go} />
      <RoundTotals story={story} />
      <nav className="rounds no-print" aria-label={say('rounds')}>
        {told.map(
          ({ key, opening }) =>
            opening !== null && (
              <a key={key} href={`#${key}`}>
                {opening.title}
              </a>
            ),
        )}
        <span className="quiet">{say('keys')}</span>
      </nav>
      <div className="course">
        <div>
          {told.map((chapter, i) => (
            <ChapterPart key={chapter.key} chapter={chapter} position={i === 0 ? 'first' : 'later'} />
          ))}
        </div>
        <RunningScores
          story={story}
          label={course[at]?.label ?? ''}
          totals={course[at]?.totals ?? none}
          before={course[at - 1]?.totals ?? none}
        />
      </div>
    </Teams.Provider>
  );
}

function Head({ story }: { story: Timeline }) {
  const say = useReplayWords();
  const language = useLanguage();
  const [copied, setCopied] = useState<boolean | null>(null);
  const minutes = (ms: number): number => Math.round(ms / 6_000) / 10;
  const { from, until, pausedMs, faultMs } = story;
  return (
    <section>
      <h1 className="honour">{story.name}</h1>
      <dl className="facts">
        {from !== null && until !== null && (
          <>
            <dt>{say('heldAt')}</dt>
            <dd className="num">{period(from, until, language)}</dd>
          </>
        )}
        {pausedMs > 0 && (
          <>
            <dt>{say('paused')}</dt>
            <dd className="num">
              {say('pausedFor', { minutes: minutes(pausedMs), fault: minutes(faultMs) })}
            </dd>
          </>
        )}
      </dl>
      <div className="row no-print">
        <button type="button" className="main" onClick={() => setCopied(copyText(location.href))}>
          {say('copyLink')}
        </button>
        <button type="button" onClick={() => print()}>
          {say('print')}
        </button>
        <span role="status" className="quiet told">
          {copied === null ? '' : say(copied ? 'copied' : 'notCopied')}
        </span>
      </div>
    </section>
  );
}
