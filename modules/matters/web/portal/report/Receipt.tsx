import { useEffect, useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Button, ButtonLink, Icon, Notice, Page, Row } from '#packages/web-kit/ui';
import { keyOf } from '../kept-keys.ts';
import styles from './report.module.css';

const WORDS = {
  title: text('已收到您的反映', 'Your report has been received'),
  lead: text(
    '凭追踪码随时查看进度，不需要账号。',
    'With the tracking code you can see how it stands at any time, without an account.',
  ),
  code: text('追踪码', 'Tracking code'),
  qr: text('追踪页面的二维码', 'QR code of the tracking page'),
  scan: text('扫码或截图保存', 'Scan it, or keep a screenshot'),
  copy: text('复制追踪码', 'Copy the code'),
  copied: text('已复制', 'Copied'),
  share: text('分享链接', 'Share the link'),
  open: text('查看进度', 'See how it stands'),
  again: text('再反映一件', 'Report another'),
  kept: text(
    '本机已保存“这是我反映的”凭证：只有在这台设备上（或登录后）才能看到您写的内容、评价和撤回。请勿在公用电脑上保留。',
    'This device keeps the proof that the report is yours: only here (or signed in) can you see your words, rate or withdraw it. Do not leave it on a shared computer.',
  ),
};

const addressOf = (code: string) => `${window.location.origin}/track/${code}`;

/** After sending: the code, large enough to be read out to somebody. */
export function Receipt({ code }: { readonly code: string }) {
  const words = useWords(WORDS);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, []);
  const copy = () =>
    navigator.clipboard?.writeText(code).then(
      () => setCopied(true),
      () => undefined,
    );
  const share = () => navigator.share({ title: words.code, url: addressOf(code) }).catch(() => undefined);
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      <section className={styles.receipt} aria-label={words.code}>
        <div className={styles.receiptCode}>
          <p>{words.code}</p>
          <p className={styles.code}>{code}</p>
          <Row>
            {'clipboard' in navigator && (
              <Button icon={copied ? 'check' : undefined} onClick={copy}>
                {copied ? words.copied : words.copy}
              </Button>
            )}
            {'share' in navigator && (
              <Button icon="share" onClick={share}>
                {words.share}
              </Button>
            )}
          </Row>
        </div>
        <figure className={styles.qr}>
          <img src={`/api/track/${code}/qr.svg`} alt={words.qr} width="168" height="168" />
          <figcaption>{words.scan}</figcaption>
        </figure>
      </section>
      <div className={styles.after}>
        <ButtonLink to={`/track/${code}`} look="primary" large>
          {words.open}
        </ButtonLink>
        <ButtonLink to="/report" large>
          {words.again}
        </ButtonLink>
      </div>
      {keyOf(code) && (
        <Notice>
          <p>
            <Icon name="lock" size={16} /> {words.kept}
          </p>
        </Notice>
      )}
    </Page>
  );
}
