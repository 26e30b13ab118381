import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Router } from 'wouter';
import { ApiRefusal } from '../../api/client.ts';
import { useLanguage } from '../../words/language.ts';
import { useTheme } from './base/theme.ts';
import { SessionGate } from './account/SessionGate.tsx';
import { Pages } from './Pages.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A laptop without any network still reaches the server that runs on it.
      networkMode: 'always',
      // A refusal stays one, however often it is asked; only a lost network is worth another try.
      retry: (tries, error) => error instanceof ApiRefusal && error.code === 'network' && tries < 3,
      staleTime: 5_000,
    },
  },
});

export function ConsoleApp() {
  const language = useLanguage();
  const theme = useTheme();
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
    >
      <App>
        <QueryClientProvider client={queries}>
          <Router base="/console">
            <SessionGate>
              <Pages />
            </SessionGate>
          </Router>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
