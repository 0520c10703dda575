import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { Blank, Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { gridName } from '#packages/web-kit/map';
import type { matters } from '../api.ts';
import { DueClock } from '../DueClock.tsx';
import shared from '../matters.module.css';
import styles from './report.module.css';

const WORDS = {
  title: text('登记事项', 'Report'),
  done: (grid: string) => text(`已登记，落在${grid}`, `Recorded in ${grid}`),
  tell: text('请把追踪码告诉反映人，凭码可查进展：', 'Tell the person this code, by which they can follow it:'),
  open: text('打开事项', 'Open the matter'),
  again: text('再登记一件', 'Report another'),
  qr: text('追踪二维码', 'QR code of the tracking page'),
};

type Receipt = Awaited<ReturnType<typeof matters<'POST /api/matters'>>>;

/** The receipt: the tracking code to pass on. */
export function Done({ receipt, onAgain }: { readonly receipt: Receipt; readonly onAgain: () => void }) {
  const words = useWords(WORDS);
  const [, navigate] = useLocation();
  const { code, grid, clock } = receipt;
  return (
    <Screen title={words.title}>
      <Blank icon={<CheckOutlined aria-hidden />} title={words.done(gridName(grid))}>
        {clock && <DueClock clock={clock} full />}
        <p>{words.tell}</p>
        <p className={`${shared.code} ${styles.receipt}`}>{code}</p>
        <img src={`/api/track/${code}/qr.svg`} alt={words.qr} width={160} height={160} />
        <div className={styles.pair}>
          <Button onClick={onAgain}>{words.again}</Button>
          <Button type="primary" onClick={() => navigate(`/matters/${code}`)}>
            {words.open}
          </Button>
        </div>
      </Blank>
    </Screen>
  );
}
