import type { QuestionItem } from '@leitai/rules/show';
import { Alert, Button, Progress, Upload } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ApiRefusal } from '../../../api/client.ts';
import { uploadMedia, type UploadProgress } from '../../../api/upload.ts';
import { refusalWords } from '../../../words/words.ts';
import { useWords } from '../words.ts';
import { MediaShelf } from './MediaShelf.tsx';

type Media = NonNullable<QuestionItem['media']>;

interface Props {
  readonly stageId: string;
  /** True while a file is on its way: the question is not to be saved without it. */
  readonly onBusy: (busy: boolean) => void;
  /** Given by the form. */
  readonly value?: Media | undefined;
  readonly onChange?: (media: Media | undefined) => void;
}

const ACCEPT = 'image/*,audio/*,video/*,.flac,.m4a,.opus';
const inMb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** The image, sound or video of a question: picked or dropped, sent at once, shown as it will be. */
export function MediaField({ stageId, onBusy, value, onChange }: Props) {
  const w = useWords();
  const [sending, setSending] = useState<(UploadProgress & { name: string }) | null>(null);
  const [refused, setRefused] = useState<ApiRefusal | null>(null);
  const [choosing, setChoosing] = useState(false);
  const given = useRef<AbortController | null>(null);
  // Leaving the form gives the upload up: nobody would see it any more.
  useEffect(() => () => given.current?.abort(), []);

  const send = async (file: File) => {
    const control = new AbortController();
    given.current = control;
    setRefused(null);
    setSending({ name: file.name, sent: 0, bytes: file.size, waiting: false });
    onBusy(true);
    try {
      const { kind, url } = await uploadMedia(stageId, file, {
        signal: control.signal,
        progress: (progress) => setSending({ name: file.name, ...progress }),
      });
      onChange?.({ kind, url });
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      if (!control.signal.aborted) setRefused(error);
    } finally {
      setSending(null);
      onBusy(false);
    }
  };

  if (sending !== null) {
    const percent = Math.floor((100 * sending.sent) / Math.max(1, sending.bytes));
    return (
      <div className="media-field" role="status" aria-live="polite">
        <div className="media-name">{sending.name}</div>
        <Progress percent={percent} {...(sending.waiting ? { strokeColor: 'var(--waiting)' } : {})} />
        <div className="media-foot">
          <span className="quiet">
            {sending.waiting
              ? w('media.waiting')
              : w('media.sent', { sent: inMb(sending.sent), all: inMb(sending.bytes) })}
          </span>
          <Button onClick={() => given.current?.abort()}>{w('media.giveUp')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="media-field">
      {value === undefined ? (
        <>
          <Upload.Dragger
            accept={ACCEPT}
            maxCount={1}
            showUploadList={false}
            beforeUpload={(file) => {
              void send(file);
              return false;
            }}
          >
            <p style={{ margin: '4px 0', fontSize: '1.0625rem' }}>{w('media.add')}</p>
            <p className="quiet" style={{ margin: 0 }}>
              {w('media.addLead')}
            </p>
          </Upload.Dragger>
          <div>
            <Button type="link" onClick={() => setChoosing(true)}>
              {w('media.choose')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Preview media={value} />
          <div className="media-foot">
            <span className="quiet">{w(`media.kind.${value.kind}`)}</span>
            <Button onClick={() => onChange?.(undefined)}>{w('media.take')}</Button>
          </div>
        </>
      )}
      {choosing && (
        <MediaShelf
          stageId={stageId}
          pick={({ kind, url }) => {
            setRefused(null);
            setChoosing(false);
            onChange?.({ kind, url });
          }}
          close={() => setChoosing(false)}
        />
      )}
      {refused !== null && (
        <Alert type="error" showIcon title={refusalWords(refused.code, refused.facts)} role="alert" />
      )}
    </div>
  );
}

function Preview({ media: { kind, url } }: { media: Media }) {
  const w = useWords();
  const label = w('media.preview');
  if (kind === 'image') return <img className="media-preview" src={url} alt={label} />;
  if (kind === 'audio') return <audio className="media-preview" src={url} controls aria-label={label} />;
  return <video className="media-preview" src={url} controls preload="metadata" aria-label={label} />;
}
