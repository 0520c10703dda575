import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { ProblemNotice, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { createClient, currentLocale, useWords } from '#packages/web-kit';
import type { AccessApi, Person } from '../../../../access/contract.ts';
import { dayIn } from '../../../core/day.ts';
import { places } from '../api.ts';
import { departmentsOf } from './departments.ts';
import styles from './uses.module.css';

const WORDS = {
  title: text('登记本部门的使用', 'Register a use by your department'),
  department: text('部门', 'Department'),
  purpose: text('依托网格做什么', 'What is done on the grid'),
  example: text('例如：按网格巡查占道经营', 'E.g. rounds by grid against stalls on the pavement'),
  since: text('从哪天起', 'Since'),
  send: text('登记', 'Register'),
  done: text('已登记', 'Registered'),
};

const access = createClient<AccessApi>(currentLocale);

function useDepartments() {
  const own = departmentsOf(useActor() as Person);
  const { data = [] } = useQuery({ queryKey: ['organisations'], queryFn: () => access('GET /api/organisations') });
  return data.filter(({ id }) => own.includes(id));
}

/** A department says that it works on the one grid, for what, and since when. */
export function RegisterUse() {
  const words = useWords(WORDS);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const departments = useDepartments();
  const [chosen, setChosen] = useState<string | undefined>();
  const [purpose, setPurpose] = useState('');
  const [since, setSince] = useState(dayIn(new Date()));
  const organisation = chosen ?? departments[0]?.id;
  const register = useMutation({
    mutationFn: (id: string) =>
      places('POST /api/grid-uses', { body: { organisation: id, purpose: purpose.trim(), since } }),
    onSuccess: async () => {
      message.success(words.done);
      setPurpose('');
      await queries.invalidateQueries({ queryKey: ['grid-uses'] });
    },
  });
  return (
    <section className={styles.block} aria-label={words.title}>
      <h2>{words.title}</h2>
      <Form layout="vertical" component="div" className={styles.form}>
        <Form.Item label={words.department} htmlFor="use-department">
          <Select
            id="use-department"
            value={organisation}
            onChange={setChosen}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item label={words.purpose} htmlFor="use-purpose">
          <Input
            id="use-purpose"
            maxLength={200}
            placeholder={words.example}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={words.since} htmlFor="use-since">
          <Input id="use-since" type="date" value={since} onChange={(event) => setSince(event.target.value)} />
        </Form.Item>
      </Form>
      {register.error && <ProblemNotice error={register.error} />}
      <div>
        <Button
          type="primary"
          loading={register.isPending}
          disabled={organisation === undefined || purpose.trim() === '' || since === ''}
          onClick={() => organisation && register.mutate(organisation)}
        >
          {words.send}
        </Button>
      </div>
    </section>
  );
}
