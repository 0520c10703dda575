import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';

interface Props {
  readonly title: string;
  readonly hint: string;
  /** Extensions with their dots, separated by commas. */
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** One file, dropped or chosen; what becomes of it is the screen's affair. */
export function FileDrop({ title, hint, accept, busy, onFile }: Props) {
  return (
    <Upload.Dragger
      accept={accept}
      multiple={false}
      showUploadList={false}
      disabled={busy}
      beforeUpload={(file) => {
        onFile(file);
        return Upload.LIST_IGNORE;
      }}
    >
      <p className="ant-upload-drag-icon">
        <InboxOutlined aria-hidden />
      </p>
      <p className="ant-upload-text">{title}</p>
      <p className="ant-upload-hint">{hint}</p>
    </Upload.Dragger>
  );
}
