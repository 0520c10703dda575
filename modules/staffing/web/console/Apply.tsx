import { Button, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { v4 as newTransaction } from 'uuid';
import { useLocation, useSearch } from 'wouter';
import { ProblemNotice, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { Person } from '../../../access/contract.ts';
import { departmentsOf } from '../../core/policy.ts';
import { URGENT_DAYS } from '../../core/rules.ts';
import { staffing } from './api.ts';
import styles from './duties.module.css';
import { BLANK, ItemFields, isComplete } from './ItemFields.tsx';
import { useStep } from './use-duties.ts';
import { useOrganisationNames } from './use-organisation-names.ts';

const WORDS = {
  title: text('申请准入', 'Apply for admission'),
  why: text(
    '写清依据、网格员做什么、多久一次、要多少工时、付多少费用。区中心审核后列入清单，公布后生效。',
    'State the basis, what the grid worker does, how often, how many hours, what is paid. The district centre reviews it; it is published before it takes effect.',
  ),
  owner: text('责任部门', 'Department'),
  urgency: text('方式', 'How'),
  ordinary: text('一般准入', 'In the ordinary way'),
  urgent: text(
    `紧急准入：最长 ${URGENT_DAYS} 天，可当天生效`,
    `Urgently: ${URGENT_DAYS} days at most, from the same day`,
  ),
  send: text('提交申请', 'Apply'),
};

/** `/duties/apply`, `?urgent` where it cannot wait. */
export default function Apply() {
  const words = useWords(WORDS);
  const [, navigate] = useLocation();
  const search = useSearch();
  const departments = departmentsOf(useActor() as Person);
  const names = useOrganisationNames();
  const [owner, setOwner] = useState(departments[0]);
  const [urgent, setUrgent] = useState(new URLSearchParams(search).has('urgent'));
  const [item, setItem] = useState(BLANK);
  const [transaction] = useState(() => newTransaction());
  const apply = useStep(
    () => staffing('POST /api/duties', { body: { transaction, owner, urgent, item } }),
    ({ id }) => navigate(`/duties/${id}`, { replace: true }),
  );
  return (
    <Screen title={words.title} onBack={() => navigate('/duties')}>
      <div className={styles.form}>
        <p className={styles.why}>{words.why}</p>
        {apply.error && <ProblemNotice error={apply.error} />}
        <Form layout="vertical" component="div">
          {departments.length > 1 && (
            <Form.Item label={words.owner} htmlFor="owner" required>
              <Select
                id="owner"
                value={owner}
                onChange={setOwner}
                options={departments.map((id) => ({ value: id, label: names.get(id) ?? id }))}
              />
            </Form.Item>
          )}
          <Form.Item label={words.urgency} required>
            <Radio.Group
              aria-label={words.urgency}
              vertical
              value={urgent}
              onChange={(event) => setUrgent(event.target.value as boolean)}
              options={[
                { value: false, label: words.ordinary },
                { value: true, label: words.urgent },
              ]}
            />
          </Form.Item>
          <ItemFields item={item} onChange={setItem} />
          <Button
            type="primary"
            disabled={!isComplete(item)}
            loading={apply.isPending}
            onClick={() => apply.mutate(undefined)}
          >
            {words.send}
          </Button>
        </Form>
      </div>
    </Screen>
  );
}
