import { App, Button, Card, Tag } from 'antd';
import { useLocation } from 'wouter';
import { call } from '../../../api/client.ts';
import { dateTime } from '../../../ui/format.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { Contest, Ticket } from '../nouns.ts';

export function TicketPanel({ contest }: { contest: Contest }) {
  const w = useWords();
  const [, go] = useLocation();
  const { modal } = App.useApp();
  const { busy, run } = useAct();
  const params = { contestId: contest.id };
  const tickets = useCall('ticket.list', { params });
  const valid = tickets.data?.tickets.filter((ticket) => !ticket.revoked).length ?? 0;
  const missing = Math.max(0, contest.entrants - valid);
  const revoke = (ticket: Ticket) =>
    modal.confirm({
      title: w('ticket.revokeAsk', { name: ticket.name, no: ticket.entryNo }),
      content: w('ticket.revokeWhat'),
      okText: w('ticket.revoke'),
      cancelText: w('cancel'),
      onOk: () => run(() => call('ticket.revoke', { params: { ticketId: ticket.id } }), w('ticket.revoked')),
    });
  return (
    <Card
      size="small"
      title={w('ticket.title')}
      extra={
        <span className="bar">
          <Button
            type={contest.status === 'draft' && missing > 0 ? 'primary' : 'default'}
            loading={busy}
            disabled={tickets.data === undefined || missing === 0}
            onClick={() =>
              void run(() => call('ticket.issue', { params }), w('ticket.issued', { n: missing }))
            }
          >
            {w('ticket.issue')}
          </Button>
          <Button disabled={valid === 0} onClick={() => go(`/contests/${contest.id}/tickets`)}>
            {w('ticket.print')}
          </Button>
        </span>
      }
    >
      <Loaded of={tickets}>
        {(data) => (
          <DataTable<Ticket>
            rows={data.tickets}
            rowKey={(ticket) => ticket.id}
            name={w('ticket.title')}
            empty={w('ticket.empty')}
            pageSize={20}
            toolbar={<span className="quiet">{w('ticket.count', { valid, missing })}</span>}
            columns={[
              { key: 'no', title: w('ticket.no'), text: (ticket) => ticket.entryNo },
              { key: 'name', title: w('entry.person'), text: (ticket) => ticket.name },
              { key: 'team', title: w('entry.name'), text: (ticket) => ticket.team },
              { key: 'seat', title: w('entry.seat'), text: (ticket) => ticket.seat, align: 'right' },
              { key: 'unit', title: w('contest.unit'), text: (ticket) => ticket.unitName, filter: true },
              { key: 'expires', title: w('ticket.expires'), text: (ticket) => dateTime(ticket.expiresAt) },
              {
                key: 'state',
                title: w('state'),
                filter: true,
                text: (ticket) => w(ticket.revoked ? 'ticket.revoked' : 'ticket.valid'),
                render: (ticket) => (
                  <Tag color={ticket.revoked ? 'default' : 'success'}>
                    {w(ticket.revoked ? 'ticket.revoked' : 'ticket.valid')}
                  </Tag>
                ),
              },
              {
                key: 'acts',
                title: '',
                acts: true,
                text: () => null,
                render: (ticket) =>
                  ticket.revoked ? null : (
                    <Button size="small" onClick={() => revoke(ticket)}>
                      {w('ticket.revoke')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
