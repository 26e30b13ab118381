import { Button, Modal, Popconfirm, Space } from 'antd';
import { call, type Reply } from '../../../api/client.ts';
import { DataTable } from '../base/DataTable.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';

type Item = Reply<'media.list'>['media'][number];

interface Props {
  readonly stageId: string;
  readonly pick: (item: Item) => void;
  readonly close: () => void;
}

/** What the stage holds already: to be shown by another question, or to be removed where none shows it. */
export function MediaShelf({ stageId, pick, close }: Props) {
  const w = useWords();
  const { busy, run } = useAct();
  const { data } = useCall('media.list', { params: { stageId } });
  const remove = ({ id }: Item) =>
    run(() => call('media.remove', { params: { stageId, mediaId: id } }), w('media.removed'));
  return (
    <Modal open title={w('media.shelf')} width={760} footer={null} onCancel={close}>
      <DataTable<Item>
        rows={(data?.media ?? []).filter(({ state }) => state === 'ready')}
        rowKey={({ id }) => id}
        name={w('media.shelf')}
        empty={w('media.shelfEmpty')}
        pageSize={10}
        columns={[
          { key: 'name', title: w('media.name'), text: ({ name }) => name, width: 260 },
          { key: 'kind', title: w('media.kind'), text: ({ kind }) => w(`media.kind.${kind}`), width: 80 },
          {
            key: 'size',
            title: w('media.size'),
            text: ({ bytes }) => (bytes / 1024 / 1024).toFixed(1),
            align: 'right',
            width: 110,
          },
          {
            key: 'acts',
            title: '',
            acts: true,
            text: () => null,
            render: (item: Item) => (
              <Space>
                <Button size="small" onClick={() => pick(item)}>
                  {w('media.pick')}
                </Button>
                <Popconfirm
                  title={w('media.removeAsk')}
                  okText={w('media.remove')}
                  cancelText={w('cancel')}
                  onConfirm={() => remove(item)}
                >
                  <Button size="small" disabled={busy}>
                    {w('media.remove')}
                  </Button>
                </Popconfirm>
              </Space>
            ),
          },
        ]}
      />
    </Modal>
  );
}
