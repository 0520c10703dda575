import type { ThemeConfig } from 'antd';

const FONT =
  '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", system-ui, -apple-system, "Segoe UI", sans-serif';

/** Whoever asked their system for less motion gets none: dialogs are there at once. Not so on a phone, whose sheets find their place by it. */
const wantsStillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The tokens of the house for Ant Design; every text colour has a contrast of at least 4.5 on paper and card. */
export const themeFor = (phone: boolean): ThemeConfig => ({
  cssVar: { key: 'gongzhi' },
  token: {
    colorPrimary: '#0f5561',
    colorInfo: '#0f5561',
    colorLink: '#0f5561',
    colorLinkHover: '#0b3f49',
    colorSuccess: '#24693f',
    colorWarning: '#8a5a06',
    colorError: '#b5432a',
    colorText: '#17313a',
    colorTextSecondary: '#4b5f66',
    colorTextTertiary: '#56686e',
    colorTextQuaternary: '#5d6f75',
    colorTextPlaceholder: '#5d6f75',
    colorTextDescription: '#4b5f66',
    colorBgLayout: '#f6f5f0',
    colorBorder: '#bfc7c4',
    colorBorderSecondary: '#e2e0d6',
    colorSplit: '#e2e0d6',
    colorInfoBg: '#e4efef',
    colorInfoBorder: '#b9d2d3',
    colorErrorBg: '#fbece5',
    colorErrorBorder: '#eec6b4',
    colorWarningBg: '#fbf2dc',
    colorWarningBorder: '#ead7a4',
    colorSuccessBg: '#e6f2e9',
    borderRadius: 8,
    fontFamily: FONT,
    fontSize: phone ? 15 : 14,
    controlHeight: phone ? 44 : 36,
    controlHeightSM: phone ? 36 : 28,
    controlHeightLG: phone ? 48 : 42,
    motion: phone || !wantsStillness(),
    motionDurationMid: '0.15s',
    motionDurationSlow: '0.2s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Card: { headerFontSize: 15 },
    Table: { headerBg: '#f1f0ea', cellPaddingBlockMD: 10, headerColor: '#4b5f66' },
    Segmented: { itemColor: '#4b5f66', itemSelectedColor: '#17313a', trackBg: '#eceae2' },
    Timeline: { dotBg: 'transparent' },
  },
});
