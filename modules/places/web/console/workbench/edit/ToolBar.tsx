import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { Tool } from './drawing.ts';
import styles from './edit.module.css';
import { TOOL_ORDER, TOOLS } from './tools.ts';

const WORDS = { tools: text('编辑工具', 'Tools') };

interface Props {
  readonly tool: Tool;
  readonly canDraw: boolean;
  readonly onChoose: (tool: Tool) => void;
}

/** What the pointer does on the map; each tool has a key. */
export function ToolBar({ tool, canDraw, onChoose }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <div>
      <div className={styles.tools} role="toolbar" aria-label={words.tools}>
        {TOOL_ORDER.map((one) => {
          const { label, icon: Icon, key } = TOOLS[one];
          return (
            <button
              key={one}
              type="button"
              aria-pressed={tool === one}
              aria-keyshortcuts={key}
              disabled={!canDraw && one !== 'choose' && one !== 'merge'}
              onClick={() => onChoose(one)}
            >
              <Icon aria-hidden />
              {say(label)}
            </button>
          );
        })}
      </div>
      <p className={styles.hint}>{say(TOOLS[tool].hint)}</p>
    </div>
  );
}
