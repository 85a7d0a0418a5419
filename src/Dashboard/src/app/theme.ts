import type { ThemeConfig } from 'antd';

/** Colours that keep a contrast of 4.5 : 1 on white and on the page's grey. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4f9e',
    colorLink: '#0b4f9e',
    colorError: '#b42318',
    colorWarning: '#b45309',
    colorSuccess: '#1a7f37',
    colorSuccessBg: '#effaf2', colorSuccessBorder: '#a6dcb5', colorWarningBg: '#fff8eb', colorWarningBorder: '#f3cf8e', colorErrorBg: '#fef3f2', colorErrorBorder: '#f4b5ae', colorInfoBg: '#eff6ff', colorInfoBorder: '#b4d2f5',
    colorTextSecondary: '#4b5563',
    colorTextTertiary: '#5b6472',
    colorTextDescription: '#4b5563',
    colorTextPlaceholder: '#6b7280',
    colorTextDisabled: '#636b78',
    colorBgLayout: '#f3f5f8',
    borderRadius: 6,
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Zen Hei', system-ui, sans-serif",
  },
  components: {
    Layout: { siderBg: '#0a2c55', headerBg: '#ffffff', headerPadding: '0 16px', headerHeight: 56 },
    Menu: { darkItemBg: '#0a2c55', darkSubMenuItemBg: '#0a2c55', darkItemColor: '#dbe6f3', darkGroupTitleColor: '#a9bfda', darkItemSelectedBg: '#1d5ca8' },
  },
};
