import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { useConnected, useOnline } from '@/app/live';

function State() {
  return (
    <p>
      {useOnline() ? 'online' : 'offline'} {useConnected() ? 'live' : 'not live'}
    </p>
  );
}

describe('whether changes arrive', () => {
  afterEach(() => vi.restoreAllMocks());

  test('without a network they do not, whatever the stream thinks', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    render(<State />);
    expect(screen.getByText(/^online/)).toBeTruthy();
    online.mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(await screen.findByText('offline not live')).toBeTruthy();
  });
});
