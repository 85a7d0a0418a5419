export const licenceWords = {
  zh: {
    products: '产品名称',
    title: '许可证', number: '证书编号', holder: '持证企业', kind: '种类', status: '状态', validFrom: '有效期起', validTo: '有效期至', mustApplyBy: '延续申请截止', issuedBy: '发证机关', address: '生产地址', productClasses: '产品类别', suspendedUntil: '暂扣至', withdrawal: '已提请撤销', deregistration: '已建议注销',
    renewal: '已申请延续', stands: '决定前继续有效', noEnd: '长期', oldNumber: '旧编号', inCase: '暂扣案件', holderClosed: '企业已终止',
    enteredRightAs: '正确编号', enteredBeforeAs: '原误登编号',
    declined: '上次提请未获准',
    find: '证书编号', inForce: '未失效（有效、暂扣）', asked: '待办结的建议', clocks: '法定期限', history: '办理记录', notFound: '没有这张许可证', chart: '按届满月份统计', chartHint: '点击柱形查看当月届满的许可证', list: '列表', calendar: '届满日历', ends: '有效期至', month: '月份', count: '张数', prevMonth: '上一月', nextMonth: '下一月', perDay: (n: number) => `${n} 张`,
  },
  en: {
    products: 'Products',
    title: 'Licences', number: 'Number', holder: 'Holder', kind: 'Kind', status: 'Status', validFrom: 'Valid from', validTo: 'Valid to', mustApplyBy: 'Apply for renewal by', issuedBy: 'Issued by', address: 'Production address', productClasses: 'Product classes', suspendedUntil: 'Suspended until', withdrawal: 'Withdrawal requested', deregistration: 'Deregistration proposed',
    renewal: 'Renewal applied for', stands: 'stands until decided', noEnd: 'no end', oldNumber: 'old number', inCase: 'Suspended in case',
      holderClosed: 'Holder has ended',
      enteredRightAs: 'Rightly entered as', enteredBeforeAs: 'Mistyped before as', declined: 'Request declined, made on',
    find: 'Number', inForce: 'In force (active, suspended)', asked: 'Asked for', clocks: 'Deadlines', history: 'History', notFound: 'There is no such licence', chart: 'By month of expiry', chartHint: 'Choose a bar to see the licences that end in that month', list: 'List', calendar: 'Expiry calendar', ends: 'Valid to', month: 'Month', count: 'Licences', prevMonth: 'Month before', nextMonth: 'Month after', perDay: (n: number) => `${n}`,
  },
};
