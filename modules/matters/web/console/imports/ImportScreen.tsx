import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Answered, ProblemNotice, Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { ImportPage } from '../../../core/api.ts';
import { matters } from '../api.ts';
import { BadRows } from './BadRows.tsx';
import type { Mapping } from './fields.ts';
import { ImportStage } from './ImportStage.tsx';
import styles from './imports.module.css';
import { RunForm, type RunOptions } from './RunForm.tsx';

const WORDS = {
  title: text('批量导入', 'Import'),
  running: text('正在导入，可以离开本页。', 'Importing. You may leave this page.'),
  done: (good: number) => text(`已导入 ${good} 件事项`, `${good} matters imported`),
  skipped: (n: number) => text(`跳过了有问题的行（${n} 处问题）。`, `Rows with faults were skipped (${n} faults).`),
  failed: text('没有导入任何一行', 'Nothing was imported'),
  failedWhy: text(
    '有的行不符合要求。请改正文件后重新上传，或调整下面的选择再试。',
    'Some rows are not as required: mend the file and upload it again, or change the choices below.',
  ),
  checked: (total: number, good: number, bad: number) =>
    text(
      `共 ${total} 行；按现在的对应关系，${good} 行可以导入，${bad} 处问题。`,
      `${total} rows. As assigned now, ${good} can be imported; ${bad} faults.`,
    ),
  progress: text('导入进度', 'Progress'),
  see: text('查看事项', 'See the matters'),
};

const REFRESH = 1000;

/** One list: preview, choices, progress, result. */
export default function ImportScreen({ params: { id } }: { readonly params: { readonly id?: string } }) {
  const words = useWords(WORDS);
  const [, navigate] = useLocation();
  const page = useQuery({
    queryKey: ['import', id],
    queryFn: () => matters('GET /api/imports/:id', { params: { id: id! } }),
    refetchInterval: (query) => (query.state.data?.stage === 'running' ? REFRESH : false),
  });
  return (
    <Screen
      title={words.title}
      note={page.data?.file}
      extra={page.data && <ImportStage stage={page.data.stage} />}
      onBack={() => navigate('/imports')}
    >
      <Answered query={page}>{(list) => <Content list={list} />}</Answered>
    </Screen>
  );
}

function Content({ list }: { readonly list: ImportPage }) {
  const words = useWords(WORDS);
  const queries = useQueryClient();
  const [mapping, setMapping] = useState<Mapping>(list.mapping);
  const run = useMutation({
    mutationFn: (options: RunOptions) =>
      matters('POST /api/imports/:id/run', {
        params: { id: list.id },
        body: { ...options, mapping: { ...mapping } as Record<string, string> },
      }),
    onSuccess: (page) => queries.setQueryData(['import', list.id], page),
  });
  const { stage, total, done, good, badCount } = list;
  return (
    <div className={styles.stack}>
      {run.error && <ProblemNotice error={run.error} />}
      {stage === 'running' && (
        <section className={styles.block}>
          <p>{words.running}</p>
          <Progress
            aria-label={words.progress}
            percent={Math.floor((done / Math.max(total, 1)) * 100)}
            status="active"
          />
        </section>
      )}
      {stage === 'done' && (
        <Alert
          type="success"
          showIcon
          title={words.done(good)}
          description={badCount > 0 && words.skipped(badCount)}
          action={
            <Button type="primary" href="/console/matters">
              {words.see}
            </Button>
          }
        />
      )}
      {stage === 'failed' && <Alert type="error" showIcon title={words.failed} description={words.failedWhy} />}
      {stage === 'failed' && badCount > 0 && <BadRows list={list} />}
      {stage === 'previewed' && <p className={styles.summary}>{words.checked(total, good, badCount)}</p>}
      {(stage === 'previewed' || stage === 'failed') && (
        <RunForm list={list} mapping={mapping} onMap={setMapping} busy={run.isPending} onRun={run.mutate} />
      )}
      {stage !== 'failed' && badCount > 0 && <BadRows list={list} />}
    </div>
  );
}
