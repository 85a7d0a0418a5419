/** What is said of a step that waits for the head's approval. */
export const askedWords = {
  zh: { asked: '已提请审批', askedFollows: '由负责人审批，批准后生效；批准之前可以撤回。' },
  en: { asked: 'proposed for approval', askedFollows: 'The head decides; it takes effect then. Until then it can be taken back.' },
};
