import type { Reply } from '../../../api/client.ts';
import { useLanguage } from '../../../words/language.ts';
import { Loaded } from '../base/Loaded.tsx';
import { PrintPage } from '../base/PrintPage.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';

export function ShowRulesPage({ contestId, stageId }: { contestId: string; stageId: string }) {
  const sheet = useCall('show.ruleSheet', { params: { stageId } });
  return (
    <PrintPage back={`/contests/${contestId}/stages/${stageId}`}>
      <div className="a4">
        <Loaded of={sheet}>{(data) => <Sheet sheet={data} />}</Loaded>
      </div>
    </PrintPage>
  );
}

/** Rounds are numbered as they are played, and their rules so that a jury can name one. */
function Sheet({ sheet }: { sheet: Reply<'show.ruleSheet'> }) {
  const w = useWords();
  const language = useLanguage();
  return (
    <article>
      <h1>
        {sheet.title}
        <br />
        {w('show.rulesTitle')}
      </h1>
      <p className="issuer">{sheet.unitName}</p>
      {sheet.sections.map(({ heading, lines }, at) => (
        <section key={`${at} ${heading.zh}`}>
          <h2>
            {w('show.rulesNo', { no: language === 'zh' ? (NUMERALS[at] ?? at + 1) : at + 1 })}
            {heading[language]}
          </h2>
          <ol className="rule-lines">
            {lines.map((line) => (
              <li key={line.zh}>{line[language]}</li>
            ))}
          </ol>
        </section>
      ))}
    </article>
  );
}

/** At most twenty rounds, the general rules and the decider. */
const NUMERALS =
  '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二'.split(' ');
