import { EnvironmentOutlined } from '@ant-design/icons';
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
