import { lazy, Suspense, type ComponentType } from 'react';
import { Spin } from 'antd';
import { createBrowserRouter } from 'react-router';
import { concepts } from '../parts/concepts';
import { StepProvider } from '../parts/lastStep';
import { Fault } from './Fault';
import { Frame } from './Frame';
import { LiveProvider } from './live';
import { NotFound } from './NotFound';
import { SessionProvider } from './session';

const pageOf = (load: () => Promise<{ default: ComponentType }>) => {
  const Page = lazy(load);
  return <Suspense fallback={<Spin className="page-spin" />}><Page /></Suspense>;
};

/** Every address of the dashboard: those that the concepts bring, and what is shown at any other. */
export const router = createBrowserRouter([
  {
    element: <SessionProvider><LiveProvider><StepProvider><Frame /></StepProvider></LiveProvider></SessionProvider>,
    errorElement: <Fault />,
    children: [
      {
        errorElement: <Fault />,
        children: [
          ...concepts.flatMap(({ pages = {} }) => Object.entries(pages).map(([path, load]) => ({ path, element: pageOf(load) }))),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
