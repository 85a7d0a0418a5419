import type { Consequences } from '../parts/concept';

export default {
  closeEnterprise: { zh: '企业终止后不能再登记许可证和安排检查；其许可证的延续申请随之终结，并建议注销，由人员办理；已计划的检查取消，整改期限不再计算。',
    en: 'No licence is registered and no inspection planned for a closed enterprise; '
      + 'open renewals of its licences end and their deregistration is proposed; planned inspections end, and no term of an order runs.' },
  reopenEnterprise: { zh: '企业恢复存续，其许可证的注销建议撤回，终结的延续申请恢复；因终止取消的检查恢复，整改期限继续计算。',
    en: 'The enterprise exists again; the proposals are taken back, ended applications stand again, '
      + 'inspections are planned again, and the terms of orders run.' },
} satisfies Consequences;
