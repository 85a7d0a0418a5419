import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { Spin } from 'antd';
import { createBrowserRouter } from 'react-router';
import { Fault } from './Fault';
import { Frame } from './Frame';
import { LiveProvider } from './live';
import { NotFound } from './NotFound';
import { SessionProvider } from './session';

type Lazy = LazyExoticComponent<ComponentType>;
const page = (Component: Lazy) => <Suspense fallback={<Spin className="page-spin" />}><Component /></Suspense>;

const Today = lazy(() => import('../Today/Today'));
const Enterprises = lazy(() => import('../Enterprises/Enterprises'));
const Enterprise = lazy(() => import('../Enterprises/Enterprise'));
const Licences = lazy(() => import('../Licences/Licences'));
const Licence = lazy(() => import('../Licences/Licence'));

/** Every address of the dashboard. A page is loaded when somebody goes there. */
export const router = createBrowserRouter([
  {
    element: <SessionProvider><LiveProvider><Frame /></LiveProvider></SessionProvider>,
    errorElement: <Fault />,
    children: [
      {
        errorElement: <Fault />,
        children: [
          { path: '/', element: page(Today) },
          { path: '/enterprises', element: page(Enterprises) },
          { path: '/enterprises/:creditCode', element: page(Enterprise) },
          { path: '/licences', element: page(Licences) },
          { path: '/licences/:number', element: page(Licence) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
