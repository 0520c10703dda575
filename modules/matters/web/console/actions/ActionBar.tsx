import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useKeys, usePhone } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import { ACTIONS } from '../../../core/lifecycle.ts';
import { ActionSheet } from './ActionSheet.tsx';
import styles from './actions.module.css';
import { offersFor, type StaffAction } from './forms.ts';

const WORDS = {
  more: text('更多', 'More'),
  actions: text('可以办理的步骤', 'What can be done now'),
  nothing: text('现在没有需要您办理的步骤', 'Nothing for you to do now'),
};

/** What somebody may do beside the next step, not as it. */
const BESIDE: readonly StaffAction[] = ['whistle', 'excuse', 'entrust', 'supervise', 'pause', 'extend'];

/** What moves nothing on is always behind "more". */
const ASIDE: readonly StaffAction[] = ['merge', 'recategorise', 'release', 'note'];

/** What may be done now, the next step first; on a phone at the bottom, within reach of the thumb. */
export function ActionBar({ matter }: { readonly matter: MatterPage }) {
  const words = useWords(WORDS);
  const say = useText();
  const phone = usePhone();
  const [chosen, setChosen] = useState<StaffAction | null>(null);
  const offers = offersFor(matter.possible);
  const steps = offers.filter((action) => !ASIDE.includes(action));
  const shown = steps.slice(0, phone ? 2 : 5);
  const rest = offers.filter((action) => !shown.includes(action));
  useKeys({ a: () => steps[0] && setChosen(steps[0]) });
  if (offers.length === 0 && chosen === null) return <p className={styles.nothing}>{words.nothing}</p>;
  return (
    <section className={styles.bar} aria-label={words.actions}>
      {shown.map((action, i) => (
        <Button
          key={action}
          type={i === 0 && !BESIDE.includes(action) ? 'primary' : 'default'}
          onClick={() => setChosen(action)}
        >
          {say(ACTIONS[action].label)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          placement={phone ? 'topRight' : 'bottomRight'}
          menu={{
            items: rest.map((action) => ({ key: action, label: say(ACTIONS[action].label) })),
            onClick: ({ key }) => setChosen(key as StaffAction),
          }}
        >
          <Button>
            {words.more} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      {chosen && <ActionSheet matter={matter} action={chosen} onSwitch={setChosen} onClose={() => setChosen(null)} />}
    </section>
  );
}
