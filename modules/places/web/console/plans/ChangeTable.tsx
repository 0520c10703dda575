import { Mark, type MarkTone } from '#packages/console-kit';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { areaWords } from '../../comparison/area-words.ts';
import type { ChangeKind, Exchange, GridChange } from '../../comparison/grid-changes.ts';
import { noticeAddress } from '../../notice-address.ts';
import styles from './plan.module.css';

const WORDS = {
  table: text('调整的网格', 'Grids that change'),
  grid: text('网格', 'Grid'),
  change: text('变化', 'Change'),
  households: text('户数', 'Households'),
  area: text('面积', 'Area'),
  gives: (name: string, what: string) => text(`划给${name}：${what}`, `to ${name}: ${what}`),
  takes: (name: string, what: string) => text(`从${name}划入：${what}`, `from ${name}: ${what}`),
  both: (area: string, households: number) =>
    text(`${area}，约 ${households} 户`, `${area}, about ${households} households`),
  notice: text('网格公示牌', 'Notice to put up'),
  noticeAs: (name: string, format: string) => text(`${name}公示牌，${format}`, `Notice of ${name}, ${format}`),
  outside: text('区外', 'outside the district'),
  former: (name: string) => text(`原名 ${name}`, `was ${name}`),
};

const KINDS: Record<ChangeKind, { readonly label: Text; readonly tone: MarkTone }> = {
  added: { label: text('新增', 'New'), tone: 'good' },
  removed: { label: text('撤销', 'Removed'), tone: 'bad' },
  changed: { label: text('调整边界', 'New border'), tone: 'runs' },
  redrawn: { label: text('界址点更新', 'Same place, other vertices'), tone: 'rests' },
  renamed: { label: text('改名', 'Renamed'), tone: 'waits' },
};

interface Props {
  readonly rows: readonly GridChange[];
  readonly names: ReadonlyMap<string, string>;
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
  /** The plan is in force: its grids have notices to be put up. */
  readonly isInForce: boolean;
}

/** Grid by grid: what it gives and takes, with areas and households. */
export function ChangeTable({ rows, names, chosen, onChoose, isInForce }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table} aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.grid}</th>
            <th scope="col">{words.households}</th>
            <th scope="col">{words.area}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} data-chosen={row.code === chosen}>
              <td>
                <button type="button" aria-pressed={row.code === chosen} onClick={() => onChoose(row.code)}>
                  {row.name} <Mark tone={KINDS[row.kind].tone}>{say(KINDS[row.kind].label)}</Mark>
                </button>
                {row.formerName && <p>{words.former(row.formerName)}</p>}
                <Exchanges parts={row.gives} names={names} sentence={words.gives} />
                <Exchanges parts={row.takes} names={names} sentence={words.takes} />
                {isInForce && row.kind !== 'removed' && <NoticeLinks code={row.code} name={row.name} />}
              </td>
              <td>{row.households?.toLocaleString('en') ?? ''}</td>
              <td>{row.area_m2 !== null && say(areaWords(row.area_m2))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The notice of a grid, to be printed and put up where it changed. */
function NoticeLinks({ code, name }: { readonly code: string; readonly name: string }) {
  const words = useWords(WORDS);
  return (
    <p className={styles.notices}>
      {words.notice}
      <a href={noticeAddress(code, 'pdf')} target="_blank" rel="noreferrer" aria-label={words.noticeAs(name, 'PDF')}>
        PDF
      </a>
      <a href={noticeAddress(code, 'docx')} aria-label={words.noticeAs(name, 'Word')}>
        Word
      </a>
    </p>
  );
}

interface ExchangesProps {
  readonly parts: readonly Exchange[];
  readonly names: ReadonlyMap<string, string>;
  readonly sentence: (name: string, what: string) => string;
}

function Exchanges({ parts, names, sentence }: ExchangesProps) {
  const words = useWords(WORDS);
  const say = useText();
  const nameOf = (code: string | null) => (code === null ? words.outside : (names.get(code) ?? code));
  const whatOf = ({ area_m2, households }: Exchange) => {
    const [area, count] = [say(areaWords(area_m2)), Math.round(households)];
    return count > 0 ? words.both(area, count) : area;
  };
  return parts.map((part) => <p key={part.with ?? ''}>{sentence(nameOf(part.with), whatOf(part))}</p>);
}
