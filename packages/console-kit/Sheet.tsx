import { Drawer, Modal } from 'antd';
import type { ReactNode } from 'react';
import styles from './sheet.module.css';
import { usePhone } from './use-phone.ts';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** Width on a desk, in pixels. */
  readonly width?: number;
}

/** A small form over the page: a dialog on a desk, a drawer from below on a phone. */
export function Sheet({ title, open, onClose, children, footer = null, width = 560 }: Props) {
  const phone = usePhone();
  const row = footer && <div className={styles.footer}>{footer}</div>;
  if (phone) {
    return (
      <Drawer
        title={title}
        open={open}
        onClose={onClose}
        placement="bottom"
        size="auto"
        footer={row}
        destroyOnHidden
        classNames={{ wrapper: styles.wrapper, section: styles.drawer }}
      >
        {children}
      </Drawer>
    );
  }
  return (
    <Modal title={title} open={open} onCancel={onClose} footer={row} width={width} destroyOnHidden centered>
      <div className={styles.dialog}>{children}</div>
    </Modal>
  );
}
