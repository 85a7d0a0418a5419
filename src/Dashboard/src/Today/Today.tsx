import { Suspense, useState } from 'react';
import { Segmented, Skeleton } from 'antd';
import { useLanguage, useWords } from '../app/language';
import { useSession } from '../app/session';
import { useHomeLists, type Viewer } from '../parts/home';
import { homeLists, homePanels, homeStarts } from '../parts/homes';
import { Page } from '../parts/Page';
import { dayOf } from '../parts/time';
import { useCodeName } from '../parts/concepts';
import { Figures } from './Figures';
import { Waiting } from './Waiting';
import { todayWords } from './words';

/**
 * The first page: what waits for whoever looks, the nearest day first, then the figures of the section or the bureau, then pictures.
 * What there is to be shown comes from the concepts, each for the roles that it concerns.
 */
export default function Today() {
  const words = useWords(todayWords);
  const { language } = useLanguage();
  const { me, may, now } = useSession();
  const ofSection = me.section && me.roles.some((role) => role === 'OFFICER' || role === 'SECTION_HEAD');
  const [scope, setScope] = useState<'section' | 'bureau'>(ofSection ? 'section' : 'bureau');
  const sectionName = useCodeName('section');
  const viewer: Viewer = { me, may, language, section: scope === 'section' ? me.section : null, today: dayOf(now()) };
  // biome-ignore lint/correctness/useHookAtTopLevel: the lists are always the same and in the same order.
  const asked = homeLists.map((lists) => useHomeLists(lists, viewer));
  const standing = {
    error: asked.find(({ error }) => error)?.error,
    fetching: asked.some(({ fetching }) => fetching),
    again: () => {
      for (const one of asked) if (one.error) one.again();
    },
  };
  const counted = asked.flatMap((one) => one.counted).toSorted((a, b) => a.list.place - b.list.place);
  const figures = counted.filter(({ list }) => list.kind === 'figure');
  return (
    <Page
      title={words.title}
      remark={words.hello(me.displayName, viewer.today)}
      extra={
        <>
          {me.section && (
            <Segmented
              aria-label={words.scope}
              value={scope}
              onChange={setScope}
              options={[
                { value: 'section', label: `${words.section} · ${sectionName(me.section)}` },
                { value: 'bureau', label: words.bureau },
              ]}
            />
          )}
          {homeStarts
            .filter(({ isFor }) => isFor(viewer))
            .map(({ place, Start }) => (
              <Suspense key={place}>
                <Start />
              </Suspense>
            ))}
        </>
      }
    >
      <Waiting lists={counted.filter(({ list }) => list.kind !== 'figure')} standing={standing} />
      {figures.length > 0 && <Figures of={figures} />}
      <div className="home-panels gap-above">
        {homePanels
          .filter(({ isFor }) => isFor(viewer))
          .map(({ place, isWide, Panel }) => (
            <div key={place} className={isWide ? 'whole' : ''}>
              <Suspense fallback={<Skeleton active />}>
                <Panel viewer={viewer} />
              </Suspense>
            </div>
          ))}
      </div>
    </Page>
  );
}
