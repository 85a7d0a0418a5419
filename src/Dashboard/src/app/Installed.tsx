import { useCallback, useEffect, useState } from 'react';
import { Alert, Button } from 'antd';
import { timeOf } from '../parts/time';
import { useWords } from './language';
import { useSession } from './session';
import { frameWords } from './words';

/**
 * Keeps the pages' program on the device, for whoever works without a network, and offers a newer one when it has come. It is taken when
 * somebody says so, in
 * that window alone; in another window that is open what is being written stays, and the newer program comes when it is loaded again.
 */
export function Installed() {
  const words = useWords(frameWords);
  const [newer, setNewer] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    // Over plain HTTP from another machine browsers have no such thing; the pages then need the network.
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then(
      (registration) => {
        const offer = (worker: ServiceWorker | null) => {
          // The first one that a device gets is no update.
          if (worker && navigator.serviceWorker.controller) setNewer(worker);
        };
        offer(registration.waiting);
        registration.addEventListener('updatefound', () => {
          const coming = registration.installing;
          coming?.addEventListener('statechange', () => coming.state === 'installed' && offer(coming));
        });
        // What officers have written and not sent yet is not to be cleared away when the device runs short of room.
        void navigator.storage?.persist?.();
      },
      (fault: unknown) => console.warn('The pages are not kept on this device.', fault),
    );
  }, []);
  const take = useCallback(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
    newer?.postMessage('take-over');
  }, [newer]);
  return (
    newer && (
      <Alert
        className="gap-below"
        type="info"
        showIcon
        role="status"
        title={words.newer}
        action={
          <Button size="small" onClick={take}>
            {words.takeNewer}
          </Button>
        }
        closable
        onClose={() => setNewer(null)}
      />
    )
  );
}

/** Says that the network is away, and of when what is shown is. */
export function Unheard() {
  const words = useWords(frameWords);
  const { unheardSince } = useSession();
  return unheardSince && <Alert className="gap-below" type="warning" showIcon role="status" title={words.unheard(timeOf(unheardSince))} />;
}
