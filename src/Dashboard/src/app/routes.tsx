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
const Cases = lazy(() => import('../Cases/Cases'));
const Case = lazy(() => import('../Cases/Case'));
const CaseStatistics = lazy(() => import('../Cases/CaseStatistics'));
const CrimeTransfers = lazy(() => import('../CrimeTransfers/CrimeTransfers'));
const CrimeTransfer = lazy(() => import('../CrimeTransfers/CrimeTransfer'));
const Inspections = lazy(() => import('../Inspections/Inspections'));
const Inspection = lazy(() => import('../Inspections/Inspection'));
const RecordInspection = lazy(() => import('../Inspections/RecordInspection'));
const Rectifications = lazy(() => import('../Rectifications/Rectifications'));
const Rectification = lazy(() => import('../Rectifications/Rectification'));
const Users = lazy(() => import('../Accounts/Users'));
const Sections = lazy(() => import('../Sections/Sections'));
const ProductClasses = lazy(() => import('../ProductClasses/ProductClasses'));
const Agencies = lazy(() => import('../Agencies/Agencies'));
const OpenWork = lazy(() => import('../Handovers/OpenWork'));
const Imports = lazy(() => import('../Imports/Imports'));
const Journal = lazy(() => import('../Journal/Journal'));
const WorkingCalendar = lazy(() => import('../Calendar/WorkingCalendar'));

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
          { path: '/cases', element: page(Cases) },
          { path: '/cases/:number', element: page(Case) },
          { path: '/case-statistics', element: page(CaseStatistics) },
          { path: '/transfers', element: page(CrimeTransfers) },
          { path: '/transfers/:number', element: page(CrimeTransfer) },
          { path: '/inspections', element: page(Inspections) },
          { path: '/inspections/:number', element: page(Inspection) },
          { path: '/inspections/:number/record', element: page(RecordInspection) },
          { path: '/rectifications', element: page(Rectifications) },
          { path: '/rectifications/:number', element: page(Rectification) },
          { path: '/administration/users', element: page(Users) },
          { path: '/open-work', element: page(OpenWork) },
          { path: '/administration/sections', element: page(Sections) },
          { path: '/administration/agencies', element: page(Agencies) },
          { path: '/administration/product-classes', element: page(ProductClasses) },
          { path: '/administration/imports', element: page(Imports) },
          { path: '/administration/journal', element: page(Journal) },
          { path: '/administration/calendar', element: page(WorkingCalendar) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
