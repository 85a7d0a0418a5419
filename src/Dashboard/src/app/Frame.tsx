import { lazy, Suspense, useEffect, useState } from 'react';
import { Avatar, Badge, Button, Drawer, Dropdown, Grid, Layout, Menu, Tooltip } from 'antd';
import {
  ApartmentOutlined, AuditOutlined, BankOutlined, CalendarOutlined, FileProtectOutlined, FolderOpenOutlined, HistoryOutlined, ImportOutlined, MenuOutlined, PieChartOutlined, ScheduleOutlined, SendOutlined, ShareAltOutlined, TagsOutlined, SwapOutlined, TeamOutlined, ToolOutlined, UserOutlined,
} from '@ant-design/icons';
import { Link, Outlet, useLocation } from 'react-router';
import { LazyCommandForm } from '../parts/Commands';
import { whenChosen } from '../parts/menu';
import { useTerms } from '../parts/Term';
import { useAgencyName } from '../Agencies/agencyNames';
import { SearchBox } from '../Search/SearchBox';
import { useSectionName } from '../Sections/sectionNames';
import { useWords } from './language';
import { useConnected } from './live';
import mark from './mark.svg';
import { useSession } from './session';
import { LanguageSwitch } from './SignIn';
import { frameWords } from './words';

const Outbox = lazy(() => import('../Inspections/Outbox').then((module) => ({ default: module.Outbox })));

type Pages = (typeof frameWords)['zh']['pages'];

/** The pages, in the groups of the menu, each with what one must be allowed. */
const groups: { key: keyof (typeof frameWords)['zh']['groups']; pages: { key: keyof Pages; path: string; needs: string; icon: React.ReactNode }[] }[] = [
  { key: 'work', pages: [{ key: 'today', path: '/', needs: 'me', icon: <ScheduleOutlined /> }, { key: 'openWork', path: '/open-work', needs: 'openWork', icon: <SwapOutlined /> }] },
  {
    key: 'registers',
    pages: [
      { key: 'enterprises', path: '/enterprises', needs: 'enterprises', icon: <BankOutlined /> },
      { key: 'licences', path: '/licences', needs: 'licences', icon: <FileProtectOutlined /> },
    ],
  },
  {
    key: 'enforcement',
    pages: [
      { key: 'inspections', path: '/inspections', needs: 'inspections', icon: <AuditOutlined /> },
      { key: 'rectifications', path: '/rectifications', needs: 'rectifications', icon: <ToolOutlined /> },
      { key: 'cases', path: '/cases', needs: 'cases', icon: <FolderOpenOutlined /> },
      { key: 'transfers', path: '/transfers', needs: 'crimeTransfers', icon: <SendOutlined /> },
      { key: 'statistics', path: '/case-statistics', needs: 'cases', icon: <PieChartOutlined /> },
    ],
  },
  {
    key: 'administration',
    pages: [
      { key: 'users', path: '/administration/users', needs: 'users', icon: <TeamOutlined /> },
      { key: 'sections', path: '/administration/sections', needs: 'staff', icon: <ApartmentOutlined /> },
      { key: 'agencies', path: '/administration/agencies', needs: 'staff', icon: <ShareAltOutlined /> },
      { key: 'productClasses', path: '/administration/product-classes', needs: 'staff', icon: <TagsOutlined /> },
      { key: 'imports', path: '/administration/imports', needs: 'importLicences', icon: <ImportOutlined /> },
      { key: 'journal', path: '/administration/journal', needs: 'journalCheck', icon: <HistoryOutlined /> },
      { key: 'calendar', path: '/administration/calendar', needs: 'workingCalendar', icon: <CalendarOutlined /> },
    ],
  },
];

function Navigation({ onGone }: { onGone?: () => void }) {
  const words = useWords(frameWords);
  const { may } = useSession();
  const { pathname } = useLocation();
  const shown = groups.map((group) => ({ ...group, pages: group.pages.filter((page) => may(page.needs)) })).filter((group) => group.pages.length > 0);
  const selected = shown.flatMap((group) => group.pages).filter(({ path }) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))).map(({ path }) => path);
  return (
    <nav aria-label={words.menu}>
      <Menu theme="dark" mode="inline" selectedKeys={selected} {...(onGone && { onClick: onGone })}
        items={shown.map((group) => ({
          key: group.key, type: 'group' as const, label: words.groups[group.key],
          children: group.pages.map(({ key, path, icon }) => ({ key: path, icon, label: <Link to={path}>{words.pages[key]}</Link> })),
        }))} />
    </nav>
  );
}

function Account() {
  const words = useWords(frameWords);
  const { me, signOut, reload } = useSession();
  const { term } = useTerms('Role');
  const [section, agency] = [useSectionName(), useAgencyName()];
  const [changing, setChanging] = useState(false);
  const items = [
    { key: 'who', label: `${me.userName} · ${me.roles.map(term).join('、')}${me.section ? ` · ${section(me.section)}` : me.agency ? ` · ${agency(me.agency)}` : ''}`, disabled: true },
    { key: 'password', label: words.changePassword },
    { key: 'out', label: words.signOut },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: whenChosen((key) => (key === 'out' ? void signOut() : setChanging(true))) }}>
        <Button type="text" aria-label={`${words.account}：${me.displayName}`}><Avatar size="small" className="avatar" icon={<UserOutlined />} /><span className="wide-only">{me.displayName}</span></Button>
      </Dropdown>
      {changing && <LazyCommandForm command="changeMyPassword" target={{ fixed: {} }} onClose={() => setChanging(false)} onDone={reload} />}
    </>
  );
}

/** What surrounds every page: menu, search, account, and whether changes arrive. */
export function Frame() {
  const words = useWords(frameWords);
  const { me, may, reload } = useSession();
  const connected = useConnected();
  const { pathname } = useLocation();
  const wide = Grid.useBreakpoint().lg ?? window.innerWidth >= 992;
  const [menu, setMenu] = useState(false);
  useEffect(() => void window.scrollTo(0, 0), [pathname]);
  const title = <div className="brand"><img src={mark} alt="" width={28} height={28} /><span>{words.shortTitle}</span></div>;
  return (
    <Layout className="frame">
      <a href="#content" className="skip">{words.skip}</a>
      {wide && <Layout.Sider width={208} className="sider">{title}<Navigation /></Layout.Sider>}
      {!wide && <Drawer open={menu} onClose={() => setMenu(false)} placement="left" size={240} title={words.shortTitle} className="drawer"><Navigation onGone={() => setMenu(false)} /></Drawer>}
      <Layout>
        <Layout.Header className="top">
          {!wide && <Button type="text" icon={<MenuOutlined />} aria-label={words.menu} onClick={() => setMenu(true)} />}
          <SearchBox />
          <div className="top-end">
            {may('recordInspection') && <Suspense><Outbox /></Suspense>}
            <Tooltip title={connected ? words.live : words.notLive}><Badge status={connected ? 'success' : 'warning'} text={<span className="wide-only">{words.live}</span>} /></Tooltip>
            <span className="wide-only"><LanguageSwitch /></span>
            <Account />
          </div>
        </Layout.Header>
        <Layout.Content id="content" className="content" role="main" tabIndex={-1}>
          {me.mustChangePassword ? <MustChange onDone={reload} /> : <Outlet />}
          {!wide && <div className="gap-above"><LanguageSwitch /></div>}
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function MustChange({ onDone }: { onDone: () => void }) {
  const words = useWords(frameWords);
  const [open, setOpen] = useState(true);
  return (
    <>
      <p>{words.mustChangePassword}</p>
      <Button type="primary" onClick={() => setOpen(true)}>{words.changePassword}</Button>
      {open && <LazyCommandForm command="changeMyPassword" target={{ fixed: {} }} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}
