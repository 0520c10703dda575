import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Answered, Blank, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind, type Person } from '../../../contract.ts';
import { canNameOrganisations } from '../../../core/policy.ts';
import { api } from '../api.ts';
import { OrganisationForm } from './OrganisationForm.tsx';
import styles from './people.module.css';

const WORDS = {
  title: text('单位', 'Organisations'),
  search: text('按名称查找', 'Find by name'),
  none: text('没有这样的单位', 'There is no such organisation'),
  add: text('登记单位', 'Register'),
  rename: (name: string) => text(`更改“${name}”的名称`, `Change the name of ${name}`),
};

/** The bodies of the district by what they do; of every list the Party organisations first. */
export default function Organisations() {
  const words = useWords(WORDS);
  const say = useText();
  const actor = useActor() as Person;
  const [part, setPart] = useState('');
  /** What is being named: null is a new one. */
  const [naming, setNaming] = useState<Organisation | null>();
  const mayAdd = actor.grants.some(({ area }) => canNameOrganisations(actor, area));
  const organisations = useQuery({ queryKey: ['organisations'], queryFn: () => api('GET /api/organisations') });
  return (
    <Screen
      title={words.title}
      extra={
        <div className={styles.finder}>
          <Input.Search
            allowClear
            placeholder={words.search}
            aria-label={words.search}
            onChange={(event) => setPart(event.target.value.trim())}
          />
          {mayAdd && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setNaming(null)}>
              {words.add}
            </Button>
          )}
        </div>
      }
    >
      <Answered query={organisations}>
        {(all) => {
          const found = all.filter(({ name }) => name.includes(part));
          const kinds = (Object.keys(ORGANISATION_KINDS) as OrganisationKind[]).map(
            (kind) => [kind, found.filter((one) => one.kind === kind)] as const,
          );
          if (found.length === 0) return <Blank title={words.none} />;
          return (
            <div className={styles.kinds}>
              {kinds
                .filter(([, list]) => list.length > 0)
                .map(([kind, list]) => (
                  <section key={kind} className={styles.kind}>
                    <h2>
                      {say(ORGANISATION_KINDS[kind])} <span>{list.length}</span>
                    </h2>
                    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard */}
                    <ul tabIndex={0} aria-label={say(ORGANISATION_KINDS[kind])}>
                      {list.map((one) => (
                        <li key={one.id}>
                          {one.name}
                          {canNameOrganisations(actor, one.area) && (
                            <Button
                              type="text"
                              size="small"
                              icon={<EditOutlined aria-hidden />}
                              aria-label={words.rename(one.name)}
                              onClick={() => setNaming(one)}
                            />
                          )}
                        </li>
                      ))}
                    </ul>
                  </section>
                ))}
            </div>
          );
        }}
      </Answered>
      {naming !== undefined && <OrganisationForm organisation={naming} onClose={() => setNaming(undefined)} />}
    </Screen>
  );
}
