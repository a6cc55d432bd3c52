import type { Metadata } from 'next';
import { twins, twinTypes } from '../../lib/address/set';
import type { Forms } from './twin-links';

type Shared = { title: string; text: string; path: string; forms: Forms; picture: string; feed: string };

/** What a page says of itself to other sites and programs: its address, its other forms, the picture beside a shared link. */
export function describeShared({ title, text, path, forms, picture, feed }: Shared): Metadata {
  const image = { url: picture, width: 1200, height: 630, alt: `${title}. ${text}`, type: 'image/png' };
  return {
    description: text,
    alternates: { canonical: path, types: { ...Object.fromEntries(twins.map((twin) => [twinTypes[twin], forms[twin]])), 'application/atom+xml': feed } },
    openGraph: { title, description: text, url: path, type: 'website', siteName: 'Unfragile', images: [image] },
    twitter: { card: 'summary_large_image', title, description: text, images: [image] },
  };
}
