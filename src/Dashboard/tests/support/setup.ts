import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What comes late on a busy machine is no fault.
// The whole page in each message hides what is missing.
configure({ asyncUtilTimeout: 10_000, getElementError: (message) => new Error(message ?? 'Not found.') });

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
