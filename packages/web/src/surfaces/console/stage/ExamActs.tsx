import { App, Button, Form, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { dateTime } from '../../../ui/format.ts';
import { useAct, useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { StageProps } from '../nouns.ts';
import { useContestWords } from '../contest/contestWords.ts';

/** Open, watch, close: the one act an exam stage waits for. */
export function ExamActs({ contest, stage }: StageProps) {
  const w = useContestWords(contest);
  const [opening, setOpening] = useState(false);
  const may = contest.allowed.includes('exam.conduct');
  const index = contest.stages.findIndex((one) => one.id === stage.id);
  const before = contest.stages[index - 1];
  if (!may || stage.status === 'closed' || stage.status === 'decided') return null;
  if (stage.status === 'open') return <CloseExam contest={contest} stage={stage} />;
  const why =
    contest.status !== 'running'
      ? w('exam.openAfterStart')
      : before !== undefined && before.status !== 'decided'
        ? w('exam.openAfter', { name: before.name })
        : null;
  return (
    <section className="next-act">
      <p>
        <strong>{w('next')}</strong>{' '}
        <span className="quiet">{why ?? w('next.exam.plannedWhy', { n: stage.entries })}</span>
      </p>
      <Button type="primary" size="large" disabled={why !== null} onClick={() => setOpening(true)}>
        {w('next.exam.planned', { name: stage.name })}
      </Button>
      {opening && <OpenExam contest={contest} stage={stage} close={() => setOpening(false)} />}
    </section>
  );
}

function OpenExam({ contest, stage, close }: StageProps & { close: () => void }) {
  const w = useContestWords(contest);
  const { busy, run } = useAct();
  const least = stage.settings.kind === 'exam' ? Math.ceil(stage.settings.exam.durationSec / 60) : 1;
  const [askedAt] = useState(() => Date.now());
  const late = stage.settings.kind === 'exam' ? (stage.settings.exam.lateMin ?? null) : null;
  const [startsIn, setStartsIn] = useState(10);
  const [minutes, setMinutes] = useState(Math.max(30, least + 10 + (late === null ? 0 : startsIn + late)));
  const open = async () => {
    // The closing time is the server's: its clock is asked, the officer's PC may be wrong.
    const opened = await run(
      async () => {
        const { now } = await call('system.health');
        return call('stage.open', {
          params: { stageId: stage.id },
          body: {
            closesAt: now + minutes * 60_000,
            ...(late === null ? {} : { startsAt: now + startsIn * 60_000 }),
          },
        });
      },
      w('exam.opened', { name: stage.name }),
    );
    if (opened !== null) close();
  };
  return (
    <Modal
      open
      title={w('exam.openAsk', { name: stage.name, n: stage.entries })}
      okText={w('exam.open')}
      cancelText={w('cancel')}
      confirmLoading={busy}
      onOk={() => void open()}
      onCancel={close}
    >
      <Form layout="vertical" onFinish={() => void open()}>
        {late !== null && (
          <Form.Item
            label={w('exam.startsIn')}
            htmlFor="startsIn"
            extra={w('exam.startsInLead', { at: dateTime(askedAt + (startsIn + late) * 60_000) })}
          >
            <InputNumber
              id="startsIn"
              min={late === 0 ? 1 : 0}
              max={100_000}
              precision={0}
              value={startsIn}
              suffix={w('minutes')}
              style={{ width: 180 }}
              onChange={(value) => setStartsIn(value ?? 10)}
            />
          </Form.Item>
        )}
        <Form.Item label={w('exam.openFor')} htmlFor="minutes" extra={w('exam.openForLead', { n: least })}>
          <InputNumber
            id="minutes"
            min={1}
            max={100_000}
            precision={0}
            value={minutes}
            suffix={w('minutes')}
            style={{ width: 180 }}
            onChange={(value) => setMinutes(value ?? least)}
          />
        </Form.Item>
        <p>{w('exam.closesAbout', { at: dateTime(askedAt + minutes * 60_000) })}</p>
      </Form>
    </Modal>
  );
}

function CloseExam({ stage }: StageProps) {
  const w = useWords();
  const { modal } = App.useApp();
  const { busy, run } = useAct();
  const monitor = useCall('exam.monitor', { params: { stageId: stage.id } }, { every: 2000 });
  const rows = monitor.data?.rows ?? [];
  const running = rows.filter((row) => row.state === 'running').length;
  const absent = rows.filter((row) => row.state === 'notStarted').length;
  const close = () =>
    modal.confirm({
      title: w('exam.closeAsk', { name: stage.name }),
      content: w('exam.closeWhat', { running, absent }),
      okText: w('exam.close'),
      cancelText: w('cancel'),
      onOk: () =>
        run(
          () => call('stage.close', { params: { stageId: stage.id } }),
          w('exam.closed', { name: stage.name }),
        ),
    });
  return (
    <section className="next-act">
      <p>
        <strong>{w('exam.running')}</strong>{' '}
        <span className="quiet">
          {stage.closesAt !== null && w('exam.closesAt', { at: dateTime(stage.closesAt) })}{' '}
          {w('exam.runningWhat', { running, absent, done: rows.length - running - absent })}
        </span>
      </p>
      <Button type="primary" size="large" loading={busy} onClick={close}>
        {w('exam.closeNow', { name: stage.name })}
      </Button>
    </section>
  );
}
