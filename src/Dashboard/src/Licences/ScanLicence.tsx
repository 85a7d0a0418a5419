import { useCallback, useEffect, useState } from 'react';
import { App } from 'antd';
import { useClient } from 'urql';
import { faultOf } from '../app/api';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { frameWords } from '../app/words';
import { ScanCode } from './ScanCode';
import { namedBy } from './licenceCode';
import { licenceWords } from './words';

const scanned = graphql(`
  query ScannedLicence($creditCode: String!, $licence: String!, $hasCode: Boolean!, $hasLicence: Boolean!) {
    enterprise(creditCode: $creditCode) @include(if: $hasCode) { id creditCode name }
    licence(number: $licence) @include(if: $hasLicence) { id enterprise { id creditCode name } }
  }
`);

/** Finds an enterprise by the code on its licence or business licence: scanned, from a photo, or typed. */
export function ScanLicence({
  onFound,
  onClose,
}: {
  onFound: (enterprise: { creditCode: string; name: string }) => void;
  onClose: () => void;
}) {
  const words = useWords(licenceWords);
  const frame = useWords(frameWords);
  const client = useClient();
  const { message } = App.useApp();
  const [text, setText] = useState<string | null>(null);
  // A code that is read again while its enterprise is looked for is the same.
  const read = useCallback((code: string) => setText(code), []);
  useEffect(() => {
    if (text === null) return;
    const { creditCode = '', licence = '' } = namedBy(text);
    const look = async () => {
      if (!creditCode && !licence) return void message.warning(words.namesNothing);
      const named = { creditCode, licence, hasCode: creditCode !== '', hasLicence: licence !== '' };
      const { data, error } = await client.query(scanned, named).toPromise();
      const found = data?.licence?.enterprise ?? data?.enterprise;
      if (found) onFound(found);
      else void message.warning(error ? faultOf(error, frame) : words.notRegistered);
    };
    void look().finally(() => setText(null));
  }, [text, client, message, words, frame, onFound]);
  return <ScanCode title={words.scan} label={words.scanLabel} hint={words.scanHint} onRead={read} onClose={onClose} />;
}
