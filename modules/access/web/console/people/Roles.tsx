import { Screen } from '#packages/console-kit';
import type { AreaLevel, Text } from '#packages/kernel';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ROLES, type Role } from '../../../contract.ts';
import { LEVELS_OF_ROLE, PUBLIC_ROLES, SECOND_FACTOR_ROLES } from '../../../core/policy.ts';
import { DUTIES } from './duties.ts';
import styles from './people.module.css';

const WORDS = {
  title: text('角色说明', 'What roles are for'),
  level: text('设在', 'Held on'),
  known: text('公开', 'Public'),
  post: text('姓名和岗位电话对居民公开', 'Name and telephone of the post are public'),
  factor: text('安全', 'Security'),
  needed: text('须启用第二因素', 'A second factor is required'),
};

const LEVEL_NAMES: Record<AreaLevel, Text> = {
  district: text('区', 'district'),
  street: text('街道', 'street'),
  community: text('社区', 'community'),
  grid: text('网格', 'grid'),
};

/** Each role: what it is for, where it is held, what is public of it. */
export default function Roles() {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <Screen title={words.title}>
      <div className={styles.roles}>
        {(Object.keys(ROLES) as Role[]).map((role) => (
          <section key={role} className={styles.role}>
            <h2>{say(ROLES[role])}</h2>
            <p>{say(DUTIES[role])}</p>
            <dl>
              <dt>{words.level}</dt>
              <dd>{LEVELS_OF_ROLE[role].map((level) => say(LEVEL_NAMES[level])).join(' · ')}</dd>
              {PUBLIC_ROLES.includes(role) && (
                <>
                  <dt>{words.known}</dt>
                  <dd>{words.post}</dd>
                </>
              )}
              {SECOND_FACTOR_ROLES.includes(role) && (
                <>
                  <dt>{words.factor}</dt>
                  <dd>{words.needed}</dd>
                </>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Screen>
  );
}
