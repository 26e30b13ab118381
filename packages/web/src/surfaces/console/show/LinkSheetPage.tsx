import { QrCode } from '../../../ui/QrCode.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { PrintPage } from '../base/PrintPage.tsx';
import { useAddress } from '../base/useAddress.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { showLinks } from './LinkTable.tsx';

/** Links of the hall on paper: what phones need as QR codes, what desks need to type as text. */
export function LinkSheetPage({ contestId, stageId }: { contestId: string; stageId: string }) {
  const w = useWords();
  const { address, field } = useAddress();
  const contest = useCall('contest.get', { params: { contestId } });
  const links = useCall('show.links', { params: { stageId } });
  const stage = contest.data?.stages.find((one) => one.id === stageId);
  return (
    <PrintPage back={`/contests/${contestId}/stages/${stageId}`} bar={field}>
      <div className="a4">
        <h1>{contest.data?.title}</h1>
        <p className="issuer">
          {stage?.name} · {w('show.links')}
        </p>
        <Loaded of={links}>
          {(data) => {
            const all = showLinks(data, w);
            return (
              <>
                {all
                  .filter((link) => !link.phone && link.path !== '')
                  .map((link) => (
                    <p key={link.key}>
                      {link.name}：{address}
                      {link.path}
                    </p>
                  ))}
                <div className="link-cards">
                  {all
                    .filter((link) => link.phone)
                    .map((link) => (
                      <section className="link-card" key={link.key}>
                        <QrCode text={`${address}${link.path}`} label={link.name} />
                        <div>
                          <strong>{link.name}</strong>
                          <p>{link.what}</p>
                        </div>
                      </section>
                    ))}
                </div>
              </>
            );
          }}
        </Loaded>
      </div>
    </PrintPage>
  );
}
