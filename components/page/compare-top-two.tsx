import { compareHref } from '../../lib/address/href';

type Named = { slug: string; name: string };

/** The way from a list to the comparison of its two best; nothing where there are not two. */
export function CompareTopTwo({ tools: [first, second] }: { tools: readonly Named[] }) {
  if (first === undefined || second === undefined) return null;
  return (
    <p className="small">
      <a href={compareHref([first.slug, second.slug])}>
        Compare the top two: {first.name} vs {second.name}
      </a>
    </p>
  );
}
