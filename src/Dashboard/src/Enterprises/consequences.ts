import type { Consequences } from '../parts/concept';

export default {
  closeEnterprise: { zh: '企业终止后不能再登记许可证和安排检查；其许可证须依法注销。', en: 'No licence is registered and no inspection planned for a closed enterprise; its licences are to be deregistered.' },
} satisfies Consequences;
