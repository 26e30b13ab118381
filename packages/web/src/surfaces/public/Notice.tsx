import type { Endpoints, ReplyOf } from '@leitai/contract';
import { dateTime } from '../../ui/format.ts';
import { useLanguage, type Language } from '../../words/language.ts';
import { usePublicWords } from '../../words/public.ts';
import { printOnly } from './print.ts';
import { ResultTable, type ResultLine } from './ResultTable.tsx';

type View = NonNullable<ReplyOf<Endpoints['public.contest']>['notice']>;

/** `2025-06-16` as a day on paper. */
function dayWords(text: string, language: Language): string {
  const [year, month, date] = text.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${date}日` : text;
}

/** All notice days; a year is said once. */
const daysWords = (days: readonly string[], language: Language): string =>
  language === 'en'
    ? days.join(', ')
    : days
        .map((day, at) => {
          const words = dayWords(day, language);
          return days[at - 1]?.slice(0, 4) === day.slice(0, 4) ? words.slice(5) : words;
        })
        .join('、');

/** The public notice 公示 (SE-35): title, body, list, first and last day, channels, posted by. */
export function Notice({
  notice,
  contestTitle,
  lines,
}: {
  notice: View;
  contestTitle: string;
  lines: readonly ResultLine[];
}) {
  const say = usePublicWords();
  const language = useLanguage();
  const { phone, mail, address } = notice.contact;
  return (
    <article className="notice card" aria-label={say('notice')}>
      <h2 className="honour">{notice.title}</h2>
      <p className="body">
        {say('noticeBody', {
          contest: contestTitle,
          first: dayWords(notice.firstDay, language),
          last: dayWords(notice.lastDay, language),
          count: notice.days.length,
        })}
      </p>
      <p className="body">{say('noticeObjection')}</p>
      {lines.length > 0 && (
        <>
          <h3>{say('awardList')}</h3>
          <ResultTable lines={lines} places={false} />
        </>
      )}
      <dl className="facts">
        <dt>{say('noticeDays')}</dt>
        <dd>{daysWords(notice.days, language)}</dd>
        <dt>{say('phone')}</dt>
        <dd>
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
        </dd>
        <dt>{say('mail')}</dt>
        <dd>
          <a href={`mailto:${mail}`}>{mail}</a>
        </dd>
        <dt>{say('address')}</dt>
        <dd>{address}</dd>
      </dl>
      <p className="posted">
        {notice.postedBy}
        <br />
        <time dateTime={new Date(notice.postedAt).toISOString()}>
          <span className="no-print">{say('postedAt')} </span>
          {dateTime(notice.postedAt, language)}
        </time>
      </p>
      <button type="button" className="no-print" onClick={() => printOnly('notice')}>
        {say('print')}
      </button>
    </article>
  );
}
