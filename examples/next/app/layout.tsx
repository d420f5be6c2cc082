import type { Metadata } from 'next';
import type { ReactNode } from 'react';

import './layout.css';

export const metadata: Metadata = { title: 'Billing', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
