import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Avatar, Badge, Button, Dropdown, Grid, Layout, Menu, Modal, Tooltip } from 'antd';
import { MenuOutlined, UserOutlined } from '@ant-design/icons';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { LazyCommandForm } from '../parts/Commands';
import { concepts, useCodeName } from '../parts/concepts';
import type { MenuGroup } from '../parts/concept';
import { draftsLeftBy, removeDraftsOf } from '../parts/drafts';
import { forgetUsed } from '../parts/lastUsed';
import { useMarks } from '../parts/marks';
import { whenChosen } from '../parts/menu';
import { useTerms } from '../parts/Term';
import { SearchBox } from '../Search/SearchBox';
import { Installed, Unheard } from './Installed';
import { useLanguage, useWords } from './language';
import { useConnected, useOnline } from './live';
import { entryOf } from './menuEntry';
import mark from './mark.svg';
import { useSession } from './session';
import { LanguageSwitch } from './SignIn';
import { frameWords } from './words';

// A desk has its menu beside the page.
const Drawer = lazy(() => import('antd/es/drawer'));

const headers = concepts.flatMap(({ header }) => (header ? [{ needs: header.needs, Part: lazy(header.load) }] : []));

const offline = concepts.flatMap((concept) => concept.offline ?? []);

const entries = concepts.flatMap(({ menu = [] }) => menu).toSorted((a, b) => a.place - b.place);
const groups = (Object.keys(frameWords.zh.groups) as MenuGroup[]).map((key) => ({ key, pages: entries.filter(({ group }) => group === key) }));

function Navigation({ onGone }: { onGone?: () => void }) {
  const words = useWords(frameWords);
  const { language } = useLanguage();
  const { may } = useSession();
  const { pathname } = useLocation();
  const shown = groups.map((group) => ({ ...group, pages: group.pages.filter((page) => may(page.needs)) })).filter((group) => group.pages.length > 0);
  const selected = entryOf(pathname, shown.flatMap((group) => group.pages).map(({ path }) => path));
  const nav = useRef<HTMLElement>(null);
  // A menu longer than the window shows where one is. Only the menu is pushed: the page has been brought to its own place.
  useEffect(() => {
    const entry = selected && nav.current?.querySelector<HTMLElement>('.ant-menu-item-selected');
    if (entry) entry.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <nav ref={nav} aria-label={words.menu}>
      <Menu theme="dark" mode="inline" selectedKeys={selected ? [selected] : []} {...(onGone && { onClick: onGone })}
        items={shown.map((group) => ({
          key: group.key, type: 'group' as const, label: words.groups[group.key],
          children: group.pages.map(({ path, icon, title }) => ({ key: path, icon, label: <Link to={path}>{title[language]}</Link> })),
        }))} />
    </nav>
  );
}

function Account() {
  const words = useWords(frameWords);
  const { me, signOut, reload } = useSession();
  const { term } = useTerms('Role');
  const [section, agency] = [useCodeName('section'), useCodeName('agency')];
  const marks = useMarks();
  const [changing, setChanging] = useState(false);
  const [left, setLeft] = useState(0);
  // Why somebody did something is nobody's business who uses the device next, whether or not drafts are kept.
  const goOut = async () => {
    forgetUsed(me.userName);
    await signOut();
  };
  // A device that keeps nothing has no drafts to ask about.
  const leave = async () => {
    const many = await draftsLeftBy(me.userName).catch(() => 0);
    if (many > 0) setLeft(many);
    else await goOut();
  };
  const remove = async () => {
    await removeDraftsOf(me.userName);
    await goOut();
  };
  const items = [
    { key: 'who', label: `${me.userName} · ${me.roles.map(term).join(marks.comma)}${me.section ? ` · ${section(me.section)}` : me.agency ? ` · ${agency(me.agency)}` : ''}`, disabled: true },
    { key: 'password', label: words.changePassword },
    { key: 'out', label: words.signOut },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: whenChosen((key) => (key === 'out' ? void leave() : setChanging(true))) }}>
        <Button type="text" aria-label={`${words.account}${marks.colon}${me.displayName}`}><Avatar size="small" className="avatar" icon={<UserOutlined />} /><span className="wide-only">{me.displayName}</span></Button>
      </Dropdown>
      <Modal open={left > 0} title={words.draftsLeft(left)} onCancel={() => setLeft(0)} destroyOnHidden footer={[
        <Button key="back" onClick={() => setLeft(0)}>{words.back}</Button>,
        <Button key="keep" onClick={() => void goOut()}>{words.keepAndSignOut}</Button>,
        <Button key="remove" type="primary" danger onClick={() => void remove()}>
          {words.removeAndSignOut}
        </Button>,
      ]}>{words.draftsLeftHint}</Modal>
      {changing && <LazyCommandForm command="changeMyPassword" target={{ fixed: {} }} onClose={() => setChanging(false)} onDone={reload} />}
    </>
  );
}

/** What surrounds every page: menu, search, account, and whether changes arrive. */
export function Frame() {
  const words = useWords(frameWords);
  const { me, may, reload, unheardSince } = useSession();
  const connected = useConnected();
  const online = useOnline();
  const liveShort = connected ? words.live : online ? words.notLiveShort : words.offlineShort;
  const live = connected ? words.live : online ? words.notLive : words.offlineNow;
  const { pathname } = useLocation();
  const wide = Grid.useBreakpoint().lg ?? window.innerWidth >= 992;
  const [menu, setMenu] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top.
  useEffect(() => void window.scrollTo(0, 0), [pathname]);
  const works = offline.find(({ needs }) => may(needs));
  const title = <div className="brand"><img src={mark} alt="" width={28} height={28} /><span>{words.shortTitle}</span></div>;
  return (
    <Layout className="frame">
      <a href="#content" className="skip">{words.skip}</a>
      {wide && <Layout.Sider width={208} className="sider">{title}<Navigation /></Layout.Sider>}
      {!wide && (
        <Suspense>
          <Drawer open={menu} onClose={() => setMenu(false)} placement="left" size={240} title={words.shortTitle} className="drawer">
            <Navigation onGone={() => setMenu(false)} />
          </Drawer>
        </Suspense>
      )}
      <Layout>
        <Layout.Header className="top">
          {!wide && <Button type="text" icon={<MenuOutlined />} aria-label={words.menu} onClick={() => setMenu(true)} />}
          <SearchBox />
          <div className="top-end">
            {headers.filter(({ needs }) => may(needs)).map(({ needs, Part }) => <Suspense key={needs}><Part /></Suspense>)}
            <Tooltip title={live}>
              <Badge status={connected ? 'success' : online ? 'warning' : 'error'}
                text={<span className={connected ? 'wide-only' : 'live-state'} role="status">{liveShort}</span>} />
            </Tooltip>
            <span className="wide-only"><LanguageSwitch /></span>
            <Account />
          </div>
        </Layout.Header>
        <Layout.Content id="content" className="content" role="main" tabIndex={-1}>
          {works && <Installed />}
          <Unheard />
          {unheardSince && works && pathname === '/' && <Navigate to={works.path} replace />}
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
