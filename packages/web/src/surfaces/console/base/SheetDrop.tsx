import { Upload } from 'antd';
import { useWords } from '../words.ts';

/** Where a sheet is dropped or chosen; it is only handed on. */
export function SheetDrop({ busy, take }: { busy: boolean; take: (file: File) => void }) {
  const w = useWords();
  return (
    <Upload.Dragger
      accept=".xlsx,.csv"
      maxCount={1}
      showUploadList={false}
      disabled={busy}
      beforeUpload={(file) => {
        take(file);
        return false;
      }}
    >
      <p style={{ margin: '8px 0 4px', fontSize: '1.0625rem' }}>{w('import.drop')}</p>
      <p className="quiet">{w('import.dropLead')}</p>
    </Upload.Dragger>
  );
}
