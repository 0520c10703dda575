import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Answered, Blank, FileDrop, ProblemNotice, Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useWords } from '#packages/web-kit';
import { matters } from '../api.ts';
import { ImportStage } from './ImportStage.tsx';
import styles from './imports.module.css';

const WORDS = {
  title: text('批量导入', 'Import'),
  drop: text('把清单拖到这里，或点击选择', 'Drop a list here, or click to choose'),
  hint: text(
    '.xlsx 或 .csv，第一行为列名，最多 10 万行。先检查和预览，确认后才导入。',
    '.xlsx or .csv, column names in the first row, up to 100,000 rows. It is checked and previewed first.',
  ),
  reading: text('正在读取和检查…', 'Reading and checking…'),
  before: text('导入记录', 'Imports so far'),
  none: text('还没有导入过清单', 'No list has been imported yet'),
  rows: (total: number, bad: number) => text(`${total} 行，${bad} 处问题`, `${total} rows, ${bad} faults`),
};

const askImports = () => matters('GET /api/imports');

/** Lists that were uploaded, and the place to upload another. */
export default function Imports() {
  const words = useWords(WORDS);
  const locale = useLocale();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [file, setFile] = useState<string>();
  const imports = useQuery({ queryKey: ['imports'], queryFn: askImports });
  const upload = useMutation({
    mutationFn: (chosen: File) => {
      setFile(chosen.name);
      const form = new FormData();
      form.append('file', chosen);
      return matters('POST /api/imports', { form });
    },
    onSuccess: (page) => {
      queries.setQueryData(['import', page.id], page);
      void queries.invalidateQueries({ queryKey: ['imports'] });
      navigate(`/imports/${page.id}`);
    },
  });
  return (
    <Screen title={words.title}>
      <div className={styles.stack}>
        {upload.error && <ProblemNotice error={upload.error} />}
        <FileDrop
          accept=".xlsx,.csv"
          busy={upload.isPending}
          title={upload.isPending ? words.reading : words.drop}
          hint={upload.isPending ? (file ?? '') : words.hint}
          onFile={upload.mutate}
        />
        <section className={styles.block}>
          <h2>{words.before}</h2>
          <Answered query={imports}>
            {(all) =>
              all.length === 0 ? (
                <Blank title={words.none} />
              ) : (
                <ul className={styles.list}>
                  {all.map(({ id, file: name, stage, total, badCount, createdAt }) => (
                    <li key={id}>
                      <Link href={`/imports/${id}`}>{name}</Link>
                      <ImportStage stage={stage} />
                      <span className={styles.soft}>{words.rows(total, badCount)}</span>
                      <time dateTime={createdAt}>{formatTime(createdAt, locale)}</time>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
        </section>
      </div>
    </Screen>
  );
}
