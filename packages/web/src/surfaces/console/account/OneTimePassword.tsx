import { App, Button, Modal } from 'antd';
import { copyText } from '../../../ui/copyText.ts';
import { useWords } from '../words.ts';

export interface Secret {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** Shown once: the server keeps only its hash. */
export function OneTimePassword({ secret, close }: { secret: Secret; close: () => void }) {
  const w = useWords();
  const { message } = App.useApp();
  return (
    <Modal
      open
      title={w('secret.title', { name: secret.name })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button
          key="copy"
          onClick={() => {
            if (copyText(secret.password)) void message.success(w('copied'));
          }}
        >
          {w('copy')}
        </Button>,
        <Button key="done" type="primary" onClick={close}>
          {w('secret.done')}
        </Button>,
      ]}
    >
      <p>{w('secret.what', { username: secret.username })}</p>
      <code className="secret">{secret.password}</code>
    </Modal>
  );
}
