import { currentLanguage, type Language, useWords, type Words } from '../app/language';

interface Marks {
  /** Between what is listed. */
  comma: string;
  semicolon: string;
  /** Between what something is called and what is said of it. */
  colon: string;
  /** What explains the words before it. */
  inBrackets: (text: string | number) => string;
}

/** The marks with which a page puts words together: Chinese ones are as wide as a character, English ones have a space. */
const marks: Words<Marks> = {
  zh: { comma: '、', semicolon: '；', colon: '：', inBrackets: (text) => `（${text}）` },
  en: { comma: ', ', semicolon: '; ', colon: ': ', inBrackets: (text) => ` (${text})` },
};

/** Those of the language that is chosen, for what is no part of a page. */
export const currentMarks = () => marks[currentLanguage()];

/** Those of a language. */
export const marksIn = (language: Language) => marks[language];

/** Those of the page's language. */
export const useMarks = () => useWords(marks);
