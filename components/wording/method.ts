import type { Method } from '../../lib/catalog/record';

/** How a value came to be, as its label. */
export function wordMethod(method: Method): string {
  switch (method) {
    case 'measured':
      return 'measured';
    case 'vendor-claimed':
      return 'vendor’s claim';
    case 'derived':
      return 'derived';
    case 'editorial':
      return 'our judgement';
  }
}

/** The same in a sentence. */
export function explainMethod(method: Method): string {
  switch (method) {
    case 'measured':
      return 'Measured by the source.';
    case 'vendor-claimed':
      return 'Claimed by its vendor; nobody else has checked it for us.';
    case 'derived':
      return 'Derived from other facts.';
    case 'editorial':
      return 'Our judgement from reading the source.';
  }
}
