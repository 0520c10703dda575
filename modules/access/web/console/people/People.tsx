import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { AreaPicker, Blank, ProblemNotice, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { type Person, ROLES, type Role } from '../../../contract.ts';
import { canAdministerPeople, sightOfPeople } from '../../../core/policy.ts';
import { api } from '../api.ts';
import { AddPerson } from './AddPerson.tsx';
import { PersonCard } from './PersonCard.tsx';
import styles from './people.module.css';

const WORDS = {
  title: text('人员与角色', 'People and roles'),
  total: (n: number) => text(`${n} 人`, `${n} people`),
  add: text('添加人员', 'Add a person'),
  search: text('姓名或用户名', 'Name or user name'),
  role: text('角色', 'Role'),
  area: text('区域', 'Area'),
  none: text('没有符合条件的人员', 'Nobody matches'),
  more: text('再看一些', 'Show more'),
};

interface Filter {
  readonly q: string;
  readonly role?: Role;
  readonly area?: string;
}

const usePeople = (filter: Filter) =>
  useInfiniteQuery({
    queryKey: ['people', filter],
    queryFn: ({ pageParam }) => api('GET /api/people', { query: { ...filter, after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  });

/** Members of staff in the area that one administers or audits, and their roles. */
export default function People() {
  const words = useWords(WORDS);
  const say = useText();
  const actor = useActor() as Person;
  const scopes = sightOfPeople(actor);
  const [filter, setFilter] = useState<Filter>({ q: '' });
  const [adding, setAdding] = useState(false);
  const people = usePeople(filter);
  const rows = people.data?.pages.flatMap((page) => page.rows) ?? [];
  const mayAdd = scopes.some((area) => canAdministerPeople(actor, area));
  return (
    <Screen
      title={words.title}
      note={people.data && words.total(people.data.pages[0].total)}
      extra={
        mayAdd && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <div className={styles.filters}>
        <Input.Search
          placeholder={words.search}
          aria-label={words.search}
          allowClear
          onSearch={(q) => setFilter({ ...filter, q: q.trim() })}
        />
        <Select
          placeholder={words.role}
          aria-label={words.role}
          allowClear
          value={filter.role}
          onChange={(role?: Role) => setFilter({ ...filter, role })}
          options={(Object.keys(ROLES) as Role[]).map((role) => ({ value: role, label: say(ROLES[role]) }))}
        />
        <AreaPicker
          placeholder={words.area}
          scopes={scopes}
          value={filter.area}
          onChange={(area) => setFilter({ ...filter, area })}
        />
      </div>
      {people.error && <ProblemNotice error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <Skeleton active />}
      {people.data && rows.length === 0 && <Blank title={words.none} />}
      <ul className={styles.people}>
        {rows.map((person) => (
          <PersonCard key={person.id} person={person} />
        ))}
      </ul>
      {people.hasNextPage && (
        <Button block loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      <AddPerson open={adding} onClose={() => setAdding(false)} />
    </Screen>
  );
}
