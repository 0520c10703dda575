import { Component, type ReactNode } from 'react';
import { text } from '#packages/kernel';
import { currentLocale, speak } from '#packages/web-kit';
import { Button, Notice } from '#packages/web-kit/ui';
import styles from './portal.module.css';

const WORDS = {
  title: text('这一页没能显示出来', 'This page could not be shown'),
  why: text(
    '可能是网络中断或页面刚刚更新。您填写的内容没有丢失。',
    'The network may be away, or the page was just updated. Nothing that you wrote is lost.',
  ),
  again: text('重新加载', 'Load it again'),
};

/** Catches what breaks while a screen is shown, e.g. a part of the page that could not be loaded. */
export class Broken extends Component<{ readonly children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const words = speak(WORDS, currentLocale());
    return (
      <div className={styles.broken}>
        <Notice tone="bad" title={words.title}>
          <p>{words.why}</p>
          <Button onClick={() => window.location.reload()}>{words.again}</Button>
        </Notice>
      </div>
    );
  }
}
