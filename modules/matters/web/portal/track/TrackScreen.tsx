import { useParams } from 'wouter';
import { text } from '#packages/kernel';
import { ApiProblem, useWords } from '#packages/web-kit';
import { Card, Failed, Notice, Page, Skeleton } from '#packages/web-kit/ui';
import { readTrackingCode } from '../../../core/tracking-code.ts';
import { KeptList } from './KeptList.tsx';
import { MatterView } from './MatterView.tsx';
import { useTrack } from './query.ts';
import { TrackForm } from './TrackForm.tsx';
import styles from './track.module.css';

const WORDS = {
  title: text('查询进度', 'Track a report'),
  lead: text(
    '输入追踪码，看现在到了哪一步、由谁负责、何时之前办好。',
    'Enter the tracking code to see how far it is, who has it, and until when.',
  ),
  mistyped: text('追踪码有误', 'The tracking code is wrong'),
  mistypedWhy: text(
    '最后一位校验不通过：有的字符看错、漏了，或者这个码是编造的。请核对后再输入。',
    'Its check sign does not fit: a sign is misread or missing, or the code was made up. Check it and enter it again.',
  ),
  unknown: text('没有查到这个追踪码', 'No matter has this code'),
  unknownWhy: text(
    '编码写法正确，但本区没有登记过它。请核对是否输全，或看看是不是别的区的编码。',
    'The code is well formed, but nothing was recorded under it in this district. Check it, or whether it belongs to another district.',
  ),
};

/** `/track`: the form, and what this device remembers. */
export function TrackStart() {
  const words = useWords(WORDS);
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      <Card>
        <TrackForm />
      </Card>
      <KeptList />
    </Page>
  );
}

/** `/track/:code` */
export function TrackScreen() {
  const { code: typed = '' } = useParams<{ code: string }>();
  const code = readTrackingCode(typed);
  return code ? <Tracked key={code} code={code} /> : <NotFound code={typed} reason="mistyped" />;
}

function Tracked({ code }: { readonly code: string }) {
  const words = useWords(WORDS);
  const query = useTrack(code);
  if (query.data) return <MatterView page={query.data} />;
  if (query.error instanceof ApiProblem && query.error.problem.status === 404) {
    return <NotFound code={code} reason="unknown" />;
  }
  return (
    <Page title={words.title} width="middle">
      {query.error ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={6} />}
    </Page>
  );
}

function NotFound({ code, reason }: { readonly code: string; readonly reason: 'mistyped' | 'unknown' }) {
  const words = useWords(WORDS);
  const why = reason === 'mistyped' ? words.mistypedWhy : words.unknownWhy;
  return (
    <Page title={words[reason]} width="narrow">
      <div className={styles.gap}>
        <Notice tone="caution">{why}</Notice>
      </div>
      <Card>
        <TrackForm start={code} />
      </Card>
      <KeptList />
    </Page>
  );
}
