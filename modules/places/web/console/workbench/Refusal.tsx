import { Alert } from 'antd';
import { ProblemNotice } from '#packages/console-kit';
import { CoverageError } from '#packages/coverage';
import { FormatError } from '#packages/geo-formats';
import { type Text, text } from '#packages/kernel';
import { ApiProblem, useText, useWords } from '#packages/web-kit';
import styles from './workbench.module.css';

const WORDS = {
  file: (name: string) => text(`“${name}”不能使用`, `"${name}" cannot be used`),
  geometry: text('图形不能处理', 'The shapes cannot be worked on'),
  place: (lon: string, lat: string) => text(`位置 ${lon}，${lat}`, `at ${lon}, ${lat}`),
  worker: text(
    '计算中断了，请重试；文件太大时请分批处理。',
    'The work broke off: try again, with smaller files perhaps.',
  ),
};

interface Line {
  readonly text: Text;
  readonly feature?: string;
  readonly place?: readonly [number, number];
}

interface Props {
  readonly error: unknown;
  readonly onClose?: () => void;
}

/** What was refused and why: file, feature and place are named. */
export function Refusal({ error, onClose }: Props) {
  const words = useWords(WORDS);
  if (error instanceof ApiProblem) return <ProblemNotice error={error} />;
  if (error instanceof FormatError) {
    return <Lines title={words.file(error.faults[0]?.file ?? '')} lines={error.faults} onClose={onClose} />;
  }
  if (error instanceof CoverageError) return <Lines title={words.geometry} lines={[error]} onClose={onClose} />;
  return <Alert type="error" showIcon title={words.worker} closable={closable(onClose)} />;
}

const closable = (onClose: (() => void) | undefined) => (onClose ? { onClose } : false);

interface LinesProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly onClose: (() => void) | undefined;
}

function Lines({ title, lines, onClose }: LinesProps) {
  const words = useWords(WORDS);
  const say = useText();
  const detail = ({ text: sentence, feature, place }: Line): string => {
    const said = say(sentence);
    const named = feature !== undefined && !said.includes(feature) ? `${feature} ` : '';
    const at = place && !said.includes(String(place[0])) ? ` (${words.place(String(place[0]), String(place[1]))})` : '';
    return `${named}${said}${at}`;
  };
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      closable={closable(onClose)}
      description={
        <ul className={styles.reasons}>
          {lines.map((line) => (
            <li key={detail(line)}>{detail(line)}</li>
          ))}
        </ul>
      }
    />
  );
}
