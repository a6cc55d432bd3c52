import { decodeSegment } from '../../lib/address/set';
import type { Evidence } from '../../lib/catalog/record';
import type { Sources } from '../../lib/catalog/tool';
import { ownAddress } from '../../lib/derive/capability';

/** The exact places that a statement rests on. */
export function EvidenceLinks({ evidence, sources }: { evidence: readonly Evidence[]; sources: Sources }) {
  return (
    <ul className="evidence">
      {evidence.map(({ source, address, note }) => (
        <li key={`${source} ${address}`}>
          <a href={address}>
            {source === ownAddress ? 'Its own address' : (sources[source]?.title ?? source)}
            {placeIn(address)}
          </a>
          {note && ` ${note}`}
        </li>
      ))}
    </ul>
  );
}

/** The file and lines that an address points at; empty where it names none. */
function placeIn(address: string): string {
  const match = /\/blob\/[^/]+\/([^#?]+)[^#]*(?:#L(\d+)(?:-L(\d+))?)?/.exec(address);
  if (!match) return '';
  const [, file = '', from, to] = match;
  const lines = from === undefined ? '' : to === undefined ? `, line ${from}` : `, lines ${from}–${to}`;
  return `: ${decodeSegment(file.split('/').at(-1) ?? file)}${lines}`;
}
