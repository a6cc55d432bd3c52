import type { Sort } from '../../lib/address/browse';
import { findCategory } from '../../lib/catalog/categories';
import { kindNames, kinds } from '../../lib/catalog/kinds';
import type { Facets } from '../../lib/pages/page-types';

export type Filter = keyof Facets;

export function wordFilter(filter: Filter): string {
  switch (filter) {
    case 'category':
      return 'Category';
    case 'kind':
      return 'Kind';
    case 'pricing':
      return 'Pricing';
    case 'licence':
      return 'Licence';
    case 'weights':
      return 'Weights';
    case 'vendor':
      return 'Vendor';
    case 'ranked':
      return 'Rank';
  }
}

/** One choice of a filter in words. */
export function wordChoice(filter: Filter, value: string): string {
  switch (filter) {
    case 'category':
      return findCategory(value)?.name ?? value;
    case 'kind': {
      const kind = kinds.find((each) => each === value);
      return kind === undefined ? value : kindNames[kind].many;
    }
    case 'weights':
      return value === 'open' ? 'open weights' : 'closed weights';
    case 'ranked':
      return value === 'yes' ? 'ranked' : 'not ranked yet';
    case 'pricing':
    case 'licence':
    case 'vendor':
      return value;
  }
}

export function wordSort(sort: Sort): string {
  switch (sort) {
    case 'rank':
      return 'Rank, highest first';
    case 'name':
      return 'Name';
    case 'price':
      return 'Price, lowest first';
    case 'newest':
      return 'Newest data first';
  }
}
