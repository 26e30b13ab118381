import { Empty } from 'antd';
import { dateTime } from '../../../ui/format.ts';
import { QrCode } from '../../../ui/QrCode.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { PrintPage } from '../base/PrintPage.tsx';
import { useAddress } from '../base/useAddress.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { Ticket } from '../nouns.ts';

const PER_PAGE = 8;

/** Eight admission tickets 准考证 an A4 page, in order of team and seat, with cut marks. */
export function TicketSheetPage({ contestId }: { contestId: string }) {
  const w = useWords();
  const { address, field } = useAddress();
  const contest = useCall('contest.get', { params: { contestId } });
  const tickets = useCall('ticket.list', { params: { contestId } });
  const valid = (tickets.data?.tickets ?? [])
    .filter((ticket) => !ticket.revoked)
    .sort((a, b) => a.entryNo.localeCompare(b.entryNo, 'zh-CN', { numeric: true }) || a.seat - b.seat);
  const pages = Array.from({ length: Math.ceil(valid.length / PER_PAGE) }, (_, page) =>
    valid.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
  );
  return (
    <PrintPage
      back={`/contests/${contestId}/entries`}
      bar={
        <>
          <span>{w('ticket.sheets', { n: valid.length, pages: pages.length })}</span>
          {field}
        </>
      }
    >
      <Loaded of={tickets}>
        {() =>
          valid.length === 0 ? (
            <Empty description={w('ticket.empty')} style={{ marginTop: 80 }} />
          ) : (
            pages.map((page) => (
              <div className="a4 tickets" key={page[0]!.id}>
                {page.map((ticket) => (
                  <TicketCard
                    key={ticket.id}
                    ticket={ticket}
                    contest={contest.data?.title ?? ''}
                    address={address}
                  />
                ))}
              </div>
            ))
          )
        }
      </Loaded>
    </PrintPage>
  );
}

function TicketCard({ ticket, contest, address }: { ticket: Ticket; contest: string; address: string }) {
  const w = useWords();
  return (
    <section className="ticket" data-testid="ticket">
      <div>
        <h2>{contest}</h2>
        <div>{w('ticket.title')}</div>
        <p className="name">{ticket.name}</p>
        <dl>
          <dt>{w('entry.name')}</dt>
          <dd>{ticket.team}</dd>
          <dt>{w('entry.seat')}</dt>
          <dd>{ticket.seat}</dd>
          <dt>{w('contest.unit')}</dt>
          <dd>{ticket.unitName}</dd>
          <dt>{w('ticket.expires')}</dt>
          <dd>{dateTime(ticket.expiresAt)}</dd>
        </dl>
      </div>
      <div>
        <QrCode text={`${address}${ticket.path}`} label={w('ticket.qr', { name: ticket.name })} />
        <p className="code">{ticket.entryNo}</p>
        <p className="code">{w('ticket.keep')}</p>
      </div>
    </section>
  );
}
