import { App as AntApp, ConfigProvider } from 'antd';
import en from 'antd/es/locale/en_US';
import zh from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { RouterProvider } from 'react-router';
import { LanguageProvider, useLanguage } from './language';
import { nonce } from './nonce';
import { router } from './routes';
import { theme } from './theme';

// Here weeks begin on Monday in English too, as in the calendars of the bureau.
dayjs.Ls.en!.weekStart = 1;

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
// Fingers need more room than a pointer (WCAG 2.5.5: 44 px).
const touched = window.matchMedia('(pointer: coarse), (max-width: 720px)');
const finger = 44;

const following = (media: MediaQueryList) => (listener: () => void) => {
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};
const [followStill, followTouched] = [following(still), following(touched)];

function Localised() {
  const { language } = useLanguage();
  // Whoever wants no motion sees dialogs and lists at once.
  const isStill = useSyncExternalStore(followStill, () => still.matches);
  const isTouched = useSyncExternalStore(followTouched, () => touched.matches);
  const look = useMemo(() => {
    const sizes = isTouched ? { controlHeight: finger, controlHeightSM: finger, controlHeightLG: finger } : {};
    // Seven days as wide as a finger fit on a phone; they would be half as wide again.
    const days = isTouched ? { DatePicker: { ...theme.components?.DatePicker, cellWidth: finger, cellHeight: finger } } : {};
    return { ...theme, token: { ...theme.token, motion: !isStill, ...sizes }, components: { ...theme.components, ...days } };
  }, [isStill, isTouched]);
  useEffect(() => void dayjs.locale(language === 'zh' ? 'zh-cn' : 'en'), [language]);
  return (
    <ConfigProvider locale={language === 'zh' ? zh : en} theme={look} csp={{ nonce }} wave={{ disabled: isStill }} button={{ autoInsertSpace: false }}>
      <AntApp><RouterProvider router={router} /></AntApp>
    </ConfigProvider>
  );
}

export const App = () => <LanguageProvider><Localised /></LanguageProvider>;
