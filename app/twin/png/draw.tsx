import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import { ShareImagePicture } from '@/components/image/share-image';
import type { Covers } from '@/lib/format/drawable';
import { pictureHeaders } from '@/lib/pages/picture-response';
import { readCoverage } from '@/lib/pages/read-coverage';
import { imageSize, type ShareImage } from '@/lib/pages/share-image';

const fonts = join(process.cwd(), 'node_modules', 'geist', 'dist', 'fonts', 'geist-sans');

type Faces = { regular: Buffer; semibold: Buffer; covers: Covers };

async function readFaces(): Promise<Faces> {
  const [regular, semibold] = await Promise.all([readFile(join(fonts, 'Geist-Regular.ttf')), readFile(join(fonts, 'Geist-SemiBold.ttf'))]);
  return { regular, semibold, covers: readCoverage(semibold) };
}

let faces: Promise<Faces> | null = null;

/** The font of the site in the two weights that pictures use, read once. */
export function getFaces(): Promise<Faces> {
  faces ??= readFaces();
  return faces;
}

/** A picture as PNG. Its texts must be drawable: next/og would ask a network for letters that its fonts lack. */
export async function drawImage(image: ShareImage): Promise<Response> {
  const { regular, semibold } = await getFaces();
  const drawn = new ImageResponse(<ShareImagePicture image={image} />, {
    ...imageSize,
    fonts: [
      { name: 'Geist', data: regular, weight: 400 },
      { name: 'Geist', data: semibold, weight: 600 },
    ],
  });
  return new Response(await drawn.arrayBuffer(), { headers: { ...pictureHeaders, 'content-type': 'image/png' } });
}
