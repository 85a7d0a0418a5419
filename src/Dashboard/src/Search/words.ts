export const searchWords = {
  zh: {
    title: '查找结果', text: '查找', hint: '请输入至少两个字', found: (n: number) => `查到 ${n} 项`, first: (n: number) => `只列出最符合的 ${n} 项，请把查找的文字写得更具体`,
  },
  en: {
    title: 'Results', text: 'Search', hint: 'Enter two characters at least', found: (n: number) => `${n} found`,
    first: (n: number) => `The ${n} best are shown; write more of what you look for`,
  },
};
