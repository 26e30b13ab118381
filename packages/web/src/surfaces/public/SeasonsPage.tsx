import { call } from '../../api/client.ts';
import { usePublicWords } from '../../words/public.ts';
import { Refused } from './Refused.tsx';
import { StatusWord } from './StatusWord.tsx';
import { useReply } from './useReply.ts';

/** What is on: seasons with their theme and contests. */
export function SeasonsPage() {
  const say = usePublicWords();
  const { reply, again } = useReply(() => call('public.seasons'));
  return (
    <>
      <p className="about">{say('about')}</p>
      <h1>{say('whatIsOn')}</h1>
      {reply.is === 'waiting' && <p className="quiet opening">{say('opening')}</p>}
      {reply.is === 'refused' && <Refused refusal={reply.refusal} again={again} />}
      {reply.is === 'here' && reply.value.seasons.length === 0 && (
        <section className="card empty">
          <p>{say('nothingOn')}</p>
          <p className="quiet">{say('nothingOnHint')}</p>
        </section>
      )}
      {reply.is === 'here' &&
        reply.value.seasons.map((season) => (
          <section key={season.id} className="season">
            <h2 className="honour">{season.title}</h2>
            {season.theme !== '' && <p className="theme">{season.theme}</p>}
            <ul className="contests">
              {season.contests.map((contest) => (
                <li key={contest.id}>
                  <a href={`/c/${contest.id}`}>
                    <span className="contest-title">{contest.title}</span>
                    <span className="quiet">
                      {contest.unitName} · {say(`tier.${contest.tier}`)}
                    </span>
                    <StatusWord of="contest" status={contest.status} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
