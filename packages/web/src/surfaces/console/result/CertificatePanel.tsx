import { Button, Space } from 'antd';
import { call, download } from '../../../api/client.ts';
import { dateTime } from '../../../ui/format.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { Certificate, Contest } from '../nouns.ts';

export function CertificatePanel({ contest }: { contest: Contest }) {
  const w = useWords();
  const { busy, run } = useAct();
  const params = { contestId: contest.id };
  const certificates = useCall('certificate.list', { params });
  const final = contest.resultState === 'final';
  const may = contest.allowed.includes('certificate.issue');
  const issue = async () => {
    const reply = await run(() => call('certificate.issue', { params }), w('certificate.issued'));
    return reply;
  };
  return (
    <Loaded of={certificates}>
      {(data) => (
        <DataTable<Certificate>
          rows={data.certificates}
          rowKey={(row) => row.id}
          name={`${contest.title} ${w('tab.certificates')}`}
          empty={w(final ? 'certificate.empty' : 'certificate.notYet')}
          toolbar={
            may && (
              <>
                <Button
                  type={data.certificates.length === 0 ? 'primary' : 'default'}
                  disabled={!final}
                  loading={busy}
                  onClick={() => void issue()}
                >
                  {w('next.certificates')}
                </Button>
                <Button
                  disabled={data.certificates.length === 0}
                  onClick={() =>
                    void run(() =>
                      download('certificate.allPdf', params, `${contest.title} ${w('tab.certificates')}.pdf`),
                    )
                  }
                >
                  {w('certificate.all')}
                </Button>
              </>
            )
          }
          columns={[
            { key: 'no', title: w('certificate.no'), text: (row) => row.no },
            { key: 'award', title: w('award.title'), text: (row) => row.award, filter: true },
            { key: 'holder', title: w('certificate.holder'), text: (row) => row.holder },
            { key: 'team', title: w('entry.name'), text: (row) => row.team },
            { key: 'unit', title: w('contest.unit'), text: (row) => row.unitName, filter: true },
            { key: 'at', title: w('certificate.issuedAt'), text: (row) => dateTime(row.issuedAt) },
            {
              key: 'state',
              title: w('state'),
              text: (row) => w(row.revoked ? 'ticket.revoked' : 'ticket.valid'),
            },
            {
              key: 'acts',
              title: '',
              acts: true,
              text: () => null,
              render: (row) => (
                <Space>
                  {may && (
                    <Button
                      size="small"
                      onClick={() =>
                        void run(() =>
                          download('certificate.pdf', { certificateId: row.id }, `${row.no}.pdf`),
                        )
                      }
                    >
                      PDF
                    </Button>
                  )}
                  <Button size="small" type="link" href={`/v/${encodeURIComponent(row.no)}`} target="_blank">
                    {w('certificate.verify')}
                  </Button>
                </Space>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  );
}
