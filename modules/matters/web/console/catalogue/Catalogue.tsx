import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { Answered, Blank, Mark, type MarkTone, ProblemNotice, Screen, useActor } from '#packages/console-kit';
import { type Text, text } from '#packages/kernel';
import { formatDay, useLocale, useText, useWords } from '#packages/web-kit';
import type { Person } from '../../../../access/contract.ts';
import type { CatalogueVersion } from '../../../core/catalogue-api.ts';
import { canKeepCatalogue } from '../../../core/policy.ts';
import { matters } from '../api.ts';
import styles from '../tables.module.css';
import { Publish } from './Publish.tsx';
import { Rows } from './Rows.tsx';
import { useChange, useVersions } from './use-catalogue.ts';

const WORDS = {
  title: text('派单目录', 'Dispatch catalogue'),
  why: text(
    '什么事、在哪里、由谁办、按什么标准、多长时间办好。发布后不再改动；每件事按派单时的那一版计算时限。',
    'What kind, in which place, whose, by which standard, in what time. A version is never changed once published; a matter keeps the one by which it was dispatched.',
  ),
  version: text('版本', 'Version'),
  nth: (n: number, standing: string) => text(`第 ${n} 版 · ${standing}`, `Version ${n} · ${standing}`),
  from: (day: string) => text(`${day} 起生效`, `from ${day}`),
  rows: (n: number) => text(`${n} 行`, `${n} rows`),
  none: text('还没有发布派单目录', 'No catalogue is published yet'),
  draft: text('起草新一版', 'Draft the next version'),
  publish: text('发布', 'Publish'),
  discard: text('作废草案', 'Throw the draft away'),
  sure: text('草案里的改动会丢失。', 'What was changed in the draft is lost.'),
};

const STANDINGS: Record<CatalogueVersion['standing'], { name: Text; tone: MarkTone }> = {
  draft: { name: text('草案', 'draft'), tone: 'waits' },
  upcoming: { name: text('待生效', 'upcoming'), tone: 'runs' },
  in_force: { name: text('现行', 'in force'), tone: 'good' },
  superseded: { name: text('已被替代', 'superseded'), tone: 'rests' },
};

const DISTRICT_DIGITS = 6;

/** Versions of the catalogue with their rows; its centre drafts and publishes. */
export default function Catalogue() {
  const words = useWords(WORDS);
  const actor = useActor() as Person;
  const keeps = actor.grants.some(({ area }) => canKeepCatalogue(actor, area.slice(0, DISTRICT_DIGITS)));
  const versions = useVersions();
  const [chosen, setChosen] = useState<number>();
  const draft = useChange(
    () => matters('POST /api/catalogues'),
    ({ version }) => setChosen(version),
  );
  const list = versions.data ?? [];
  const shown =
    list.find(({ version }) => version === chosen) ?? list.find(({ standing }) => standing === 'in_force') ?? list[0];
  const canDraft = keeps && versions.data !== undefined && !list.some(({ standing }) => standing === 'draft');
  return (
    <Screen
      title={words.title}
      layout="wide"
      extra={
        canDraft && (
          <Button loading={draft.isPending} onClick={() => draft.mutate(undefined)}>
            {words.draft}
          </Button>
        )
      }
    >
      <p className={styles.why}>{words.why}</p>
      {draft.error && <ProblemNotice error={draft.error} />}
      <Answered query={versions}>
        {() =>
          shown ? (
            <>
              <VersionBar list={list} shown={shown} keeps={keeps} onChoose={setChosen} />
              <Rows key={shown.version} version={shown.version} editable={keeps && shown.standing === 'draft'} />
            </>
          ) : (
            <Blank title={words.none} />
          )
        }
      </Answered>
    </Screen>
  );
}

interface BarProps {
  readonly list: readonly CatalogueVersion[];
  readonly shown: CatalogueVersion;
  readonly keeps: boolean;
  readonly onChoose: (version: number | undefined) => void;
}

function VersionBar({ list, shown, keeps, onChoose }: BarProps) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { modal } = App.useApp();
  const [publishing, setPublishing] = useState(false);
  const { version, standing, effectiveFrom, rows, note } = shown;
  const discard = useChange(
    () => matters('DELETE /api/catalogues/:version', { params: { version } }),
    () => onChoose(undefined),
  );
  return (
    <div className={styles.bar}>
      <Select
        aria-label={words.version}
        value={version}
        onChange={onChoose}
        options={list.map((one) => ({
          value: one.version,
          label: words.nth(one.version, say(STANDINGS[one.standing].name)),
        }))}
        style={{ width: 200 }}
      />
      <Mark tone={STANDINGS[standing].tone}>{say(STANDINGS[standing].name)}</Mark>
      {effectiveFrom && <span>{words.from(formatDay(effectiveFrom, locale))}</span>}
      <span>{words.rows(rows)}</span>
      {note && <span>{note}</span>}
      {keeps && standing === 'draft' && (
        <>
          <Button type="primary" onClick={() => setPublishing(true)}>
            {words.publish}
          </Button>
          <Button
            danger
            onClick={() =>
              modal.confirm({ title: words.discard, content: words.sure, onOk: () => discard.mutateAsync(undefined) })
            }
          >
            {words.discard}
          </Button>
        </>
      )}
      {publishing && <Publish version={version} onClose={() => setPublishing(false)} />}
    </div>
  );
}
