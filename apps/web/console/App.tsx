import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { Router } from 'wouter';
import { usePhone } from '#packages/console-kit';
import { useLocale } from '#packages/web-kit';
import { Gate } from './Gate.tsx';
import { themeFor } from './theme.ts';

export function App() {
  const locale = useLocale();
  const phone = usePhone();
  return (
    <ConfigProvider
      locale={locale === 'zh' ? zhCN : enGB}
      theme={themeFor(phone)}
      button={{ autoInsertSpace: false }}
      variant="outlined"
    >
      <AntApp>
        <Router base="/console">
          <Gate />
        </Router>
      </AntApp>
    </ConfigProvider>
  );
}
