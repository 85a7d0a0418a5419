export const deadlineWords = {
  zh: { due: '七日内到期', noDue: '七日内没有到期事项' },
  en: { due: 'Due within seven days', noDue: 'Nothing is due within seven days' },
};
