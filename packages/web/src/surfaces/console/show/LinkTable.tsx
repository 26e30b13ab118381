import { App, Button } from 'antd';
import { useLocation } from 'wouter';
import type { Reply } from '../../../api/client.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { copyText } from '../../../ui/copyText.ts';
import { useAddress } from '../base/useAddress.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords, type ConsoleWords } from '../words.ts';

export interface ShowLink {
  readonly key: string;
  readonly name: string;
  readonly what: string;
  /** Empty: the team has no ticket yet. */
  readonly path: string;
  /** Worth a QR code. */
  readonly phone: boolean;
}

export const showLinks = (links: Reply<'show.links'>, w: ConsoleWords): ShowLink[] => [
  { key: 'host', name: w('link.host'), what: w('link.hostWhat'), path: links.host, phone: false },
  ...links.desks
    .filter(({ desk }) => desk !== 'host')
    .map(({ desk, path }) => ({
      key: desk,
      name: w(`link.${desk}`),
      what: w(desk === 'remote' ? 'link.remoteWhat' : 'link.deskWhat'),
      path,
      phone: desk === 'remote',
    })),
  { key: 'screen', name: w('link.screen'), what: w('link.screenWhat'), path: links.screen, phone: false },
  {
    key: 'audience',
    name: w('link.audience'),
    what: w('link.audienceWhat'),
    path: links.audience,
    phone: true,
  },
  { key: 'replay', name: w('link.replay'), what: w('link.replayWhat'), path: links.replay, phone: false },
  ...(['overlay', 'watch'] as const).map((page) => ({
    key: page,
    name: w(`link.${page}`),
    what: w(`link.${page}What`),
    path: links.audience.replace('/audience/', `/${page}/`),
    phone: false,
  })),
  ...links.teams.map(({ teamId, name, path }) => ({
    key: teamId,
    name,
    what: w(path === '' ? 'link.noTicket' : 'link.teamWhat'),
    path,
    phone: path !== '',
  })),
];

/** Whoever has this address may press for the teams: it is copied into boxes, never printed for the hall. */
const inputLink = ({ input }: Reply<'show.links'>, w: ConsoleWords): ShowLink => ({
  key: 'input',
  name: w('link.input'),
  what: w('link.inputWhat'),
  path: input.socket,
  phone: false,
});

export function LinkTable({ stageId, at }: { stageId: string; at: string }) {
  const w = useWords();
  const { message } = App.useApp();
  const [, go] = useLocation();
  const { address, field } = useAddress();
  const links = useCall('show.links', { params: { stageId } });
  return (
    <div className="stack">
      {field}
      <Loaded of={links}>
        {(data) => (
          <DataTable<ShowLink>
            rows={[...showLinks(data, w), inputLink(data, w)]}
            rowKey={(link) => link.key}
            name={w('show.links')}
            empty={w('link.empty')}
            toolbar={<Button onClick={() => go(`${at}/links`)}>{w('link.print')}</Button>}
            columns={[
              { key: 'name', title: w('link.name'), text: (link) => link.name },
              { key: 'what', title: w('link.what'), text: (link) => link.what },
              {
                key: 'url',
                title: w('link.url'),
                text: (link) => (link.path === '' ? null : `${address}${link.path}`),
                render: (link) =>
                  link.path === '' ? (
                    '—'
                  ) : (
                    <a
                      // A desk needs the sign-in, which holds for the address it was made at.
                      href={link.path.startsWith('/host/') ? link.path : `${address}${link.path}`}
                      target="_blank"
                      rel="noreferrer"
                      style={{ wordBreak: 'break-all' }}
                    >
                      {`${address}${link.path}`}
                    </a>
                  ),
              },
              {
                key: 'acts',
                title: '',
                acts: true,
                text: () => null,
                render: (link) => (
                  <Button
                    size="small"
                    disabled={link.path === ''}
                    onClick={() => {
                      if (copyText(`${address}${link.path}`)) void message.success(w('copied'));
                    }}
                  >
                    {w('copy')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </div>
  );
}
