import { EnvironmentOutlined, PhoneOutlined } from '@ant-design/icons';
import { useWords } from '../app/language';
import { partWords } from './words';

// The map that phones here have; it is told an address when somebody goes there, and never before.
const map = 'https://uri.amap.com';

/** A link to an address on the map. */
export function AddressLink({ address }: { address: string }) {
  const words = useWords(partWords);
  return (
    <a
      href={`${map}/search?keyword=${encodeURIComponent(address)}&callnative=1`}
      target="_blank"
      rel="noopener noreferrer"
      title={words.onMap}
    >
      {address} <EnvironmentOutlined aria-label={words.onMap} />
    </a>
  );
}

// A number with the signs that people write in it, up to a word, a comma or the next number.
const callable = /\+?\d[\d\-() ]{1,}\d/;

/** A telephone as it is written, with a link that calls the first number in it. */
export function TelephoneLink({ telephone }: { telephone: string }) {
  const words = useWords(partWords);
  const number = callable.exec(telephone.normalize('NFKC'))?.[0].replaceAll(/[^+\d]/g, '');
  if (!number) return telephone;
  return (
    <a href={`tel:${number}`} title={words.call}>
      {telephone} <PhoneOutlined aria-label={words.call} />
    </a>
  );
}

/** A link to a place in degrees of WGS 84. */
export function PlaceLink({
  latitude,
  longitude,
  accuracyMetres,
}: {
  latitude: number;
  longitude: number;
  accuracyMetres?: number | null;
}) {
  const words = useWords(partWords);
  return (
    <a
      href={`${map}/marker?position=${longitude},${latitude}&coordinate=wgs84&callnative=1`}
      target="_blank"
      rel="noopener noreferrer"
      title={words.onMap}
    >
      {latitude.toFixed(5)}, {longitude.toFixed(5)}
      {accuracyMetres != null && ` ±${accuracyMetres} m`} <EnvironmentOutlined aria-label={words.onMap} />
    </a>
  );
}
