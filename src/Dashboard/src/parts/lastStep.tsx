import { createContext, lazy, Suspense, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { CommandName } from './command';

// What is said of a step comes when one is taken: no page begins with it. Where it cannot be had, the step is taken all the same.
const StepTaken = lazy(() => import('./StepTaken').catch(() => ({ default: () => <></> })));

/** A step that was just taken: what was said with it, of which subject it is, and what it made. */
export interface Step {
  command: CommandName;
  /** Whether it waits for approval and has not taken effect. */
  isAsked?: boolean;
  reason?: string | undefined;
  basis?: string | undefined;
  documentNumber?: string | undefined;
  /** The subject whose journal says it, and its last entry before, where that was seen. */
  subject?: { id: string; after?: number | undefined } | undefined;
  /** The ids of what came into being. */
  made: string[];
  /** The address at which it is shown. */
  at: string;
}

const Steps = createContext<{ step: Step | null; tell: (step: Step) => void; close: () => void }>({
  step: null,
  tell: () => {},
  close: () => {},
});

/** Keeps the step that was taken last until somebody closes it or goes to another page. */
export function StepProvider({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [step, setStep] = useState<Step | null>(null);
  const arrived = useRef(false);
  useEffect(() => {
    if (step?.at === pathname) arrived.current = true;
    else if (arrived.current) setStep(null);
  }, [step, pathname]);
  const tell = useCallback((taken: Step) => {
    arrived.current = false;
    setStep(taken);
  }, []);
  const value = useMemo(() => ({ step, tell, close: () => setStep(null) }), [step, tell]);
  return <Steps value={value}>{children}</Steps>;
}

/** Says that a step was taken. */
export const useTellStep = () => useContext(Steps).tell;

/** After a step, on the page that it left one on: what came of it, until one closes it. */
export function LastStep() {
  const { step, close } = useContext(Steps);
  const { pathname } = useLocation();
  if (!step || step.at !== pathname) return null;
  return (
    <Suspense>
      <StepTaken step={step} onClose={close} />
    </Suspense>
  );
}
