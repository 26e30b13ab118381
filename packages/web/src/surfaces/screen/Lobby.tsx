import type { ScreenView } from '@leitai/rules/show';
import { byTable, moment } from '../../kinds/show/telling.ts';
import { onlyHere } from '../../ui/houseAddress.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';
import { Qr } from './Qr.tsx';
import { useFit } from './useFit.ts';

/** Before the start: who is here, which table they drew, and how to follow on a phone. */
export function Lobby({ view, stageId }: { view: ScreenView; stageId: string }) {
  const say = useStageWords();
  const [word] = moment(view);
  const fit = useFit<HTMLElement>([4.8, 4.2, 3.6, 3.1, 2.7, 2.3]);
  const address = `${location.origin}/audience/${encodeURIComponent(stageId)}`;
  return (
    <div className="lobby-scene">
      <section ref={fit} className="lobby-who">
        <h1 className="honour">
          {/* A motto in quotation marks and the name after it are better not torn apart. */}
          {view.name.split(/(?<=”)/).map((part) => (
            <span key={part}>{part}</span>
          ))}
        </h1>
        <p className="lobby-word" role="status">
          {say(word)}
        </p>
        <ol className="lobby-teams">
          {byTable(view).map((line) => (
            <li key={line.team}>
              {line.table === null ? <i className="no-table" /> : <TeamBadge table={line.table} />}
              <span>{line.name}</span>
            </li>
          ))}
        </ol>
      </section>
      <aside className="lobby-watch">
        <Qr text={address} />
        <b>{say('watch')}</b>
        {onlyHere(location.origin) && <small>{say('scanBad')}</small>}
      </aside>
    </div>
  );
}
