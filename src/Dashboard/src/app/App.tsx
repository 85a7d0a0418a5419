import { App as AntApp, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { LanguageProvider, useLanguage } from './language';
import { nonce } from './nonce';
import { router } from './routes';
import { theme } from './theme';

function Localised() {
  const { language } = useLanguage();
  useEffect(() => void dayjs.locale(language === 'zh' ? 'zh-cn' : 'en'), [language]);
  return (
    <ConfigProvider locale={language === 'zh' ? zh : en} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <AntApp><RouterProvider router={router} /></AntApp>
    </ConfigProvider>
  );
}

export const App = () => <LanguageProvider><Localised /></LanguageProvider>;
