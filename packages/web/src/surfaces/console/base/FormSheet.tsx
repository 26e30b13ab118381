import { Form, Modal, type FormInstance, type FormProps } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';

interface Sheet<V> {
  readonly title: ReactNode;
  /** Words of the confirming button. */
  readonly ok: string;
  readonly busy: boolean;
  readonly form: FormInstance<V>;
  readonly close: () => void;
  readonly onFinish: (values: V) => void;
  readonly initialValues?: FormProps<V>['initialValues'];
  readonly children: ReactNode;
}

/** A form in a dialog: Enter and the confirming button both send it, Escape and 取消 leave it. */
export function FormSheet<V>({ title, ok, busy, form, close, onFinish, initialValues, children }: Sheet<V>) {
  const w = useWords();
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={w('cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={close}
    >
      <Form<V>
        form={form}
        layout="vertical"
        onFinish={onFinish}
        {...(initialValues === undefined ? {} : { initialValues })}
      >
        {children}
        <button type="submit" hidden />
      </Form>
    </Modal>
  );
}
