import { Alert, Button } from 'antd';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import { ACTIONS } from '../../../core/lifecycle.ts';
import { deedOf, doerOf } from '../matter/line-words.ts';
import styles from './actions.module.css';
import { offersFor, type StaffAction } from './forms.ts';

const WORDS = {
  title: text('刚才有人办理了这个事项', 'Somebody has just acted on this matter'),
  kept: text(
    '您填写的内容还在，看过最新情况后可以提交。',
    'What you typed is kept: having seen how it stands, you may send it.',
  ),
  gone: text('这一步现在不能办理了，您填写的内容还在。', 'This step is not possible any more; what you typed is kept.'),
  instead: text('现在可以：', 'Possible now:'),
};

const SHOWN = 4;

interface Props {
  readonly matter: MatterPage;
  readonly action: StaffAction;
  /** The version that was seen when the form was opened. */
  readonly since: number;
  readonly onSwitch: (action: StaffAction) => void;
}

/** What happened to the matter while the form was open, and what is possible now; nothing where nothing did. */
export function Meanwhile({ matter: { timeline, possible }, action, since, onSwitch }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const news = timeline.filter(({ seq }) => seq > since);
  if (news.length === 0) return null;
  const offers = offersFor(possible);
  const stillPossible = offers.includes(action);
  return (
    <Alert
      type="warning"
      showIcon
      title={words.title}
      description={
        <div className={styles.meanwhile}>
          <ul>
            {news.slice(-SHOWN).map((line) => (
              <li key={line.seq}>
                <b>{say(deedOf(line))}</b> {say(doerOf(line))} · {formatTime(line.at, locale)}
              </li>
            ))}
          </ul>
          <p>{stillPossible ? words.kept : words.gone}</p>
          {!stillPossible && offers.length > 0 && (
            <p className={styles.instead}>
              {words.instead}
              {offers.slice(0, SHOWN).map((offer) => (
                <Button key={offer} onClick={() => onSwitch(offer)}>
                  {say(ACTIONS[offer].label)}
                </Button>
              ))}
            </p>
          )}
        </div>
      }
    />
  );
}
