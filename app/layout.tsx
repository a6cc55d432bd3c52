import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { headScript } from '@/components/shell/head-script';
import { getConfig } from '@/lib/config';
import './globals.css';

/** Pages are rendered from the database at run time and kept in memory by the server, never at build time. */
export const dynamic = 'force-dynamic';

const sans = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  display: 'optional',
});

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(getConfig().siteUrl),
    title: { default: 'Unfragile', template: '%s · Unfragile' },
    description: 'AI tools side by side. Every number has its source and date, and what nobody has measured is called unknown.',
    applicationName: 'Unfragile',
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfcfb' },
    { media: '(prefers-color-scheme: dark)', color: '#121311' },
  ],
};

/** The script in the head writes on <html> before React reads it, hence `suppressHydrationWarning`. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={sans.variable} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; it has to run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: headScript }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
