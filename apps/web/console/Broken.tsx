import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { Blank } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';

const WORDS = {
  title: text('这个页面出错了', 'This page has failed'),
  why: text(
    '已办理的步骤都已记录。系统可能刚刚更新，请重新载入。',
    'Steps that were taken are recorded. There may be a new version: load the page again.',
  ),
  reload: text('重新载入', 'Load again'),
};

function Failed() {
  const words = useWords(WORDS);
  return (
    <Blank title={words.title}>
      <p>{words.why}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {words.reload}
      </Button>
    </Blank>
  );
}

interface Props {
  /** Another address is another chance. */
  readonly at: string;
  readonly children: ReactNode;
}

interface State {
  readonly failedAt: string | null;
}

/** A fault in one screen leaves the menu alive. */
export class Broken extends Component<Props, State> {
  override state: State = { failedAt: null };

  static getDerivedStateFromProps({ at }: Props, { failedAt }: State): State | null {
    return failedAt !== null && failedAt !== '' && failedAt !== at ? { failedAt: null } : null;
  }

  static getDerivedStateFromError(): State {
    return { failedAt: '' };
  }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.at });
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : <Failed />;
  }
}
