import type { ReactNode } from 'react';

/** A button that lets somebody choose files, or take a photo on a phone. */
export function PickFiles({ id, icon, accept, onPick, children }: { id?: string | undefined; icon: ReactNode; accept?: string | undefined; onPick: (files: File[]) => void; children: ReactNode }) {
  return (
    <label className="ant-btn ant-btn-default photo-button">{icon} {children}
      <input id={id} type="file" accept={accept} multiple className="out-of-sight" onChange={(event) => {
        const files = Array.from(event.target.files ?? []);
        // The same file chosen again is a choice too.
        event.target.value = '';
        onPick(files);
      }} />
    </label>
  );
}
