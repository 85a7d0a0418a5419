import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Language = 'zh' | 'en';

/** The texts of a concept in both languages. */
export interface Words<T> { zh: T; en: T }

const stored = 'shuangda.language';
let current: Language = localStorage.getItem(stored) === 'en' ? 'en' : 'zh';

/** The language that requests ask for. */
export const currentLanguage = () => current;

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({ language: current, choose: () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(current);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const value = useMemo(() => ({
    language,
    choose: (chosen: Language) => {
      current = chosen;
      localStorage.setItem(stored, chosen);
      setLanguage(chosen);
    },
  }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useLanguage = () => useContext(LanguageContext);
export const useWords = <T,>(words: Words<T>): T => words[useLanguage().language];
