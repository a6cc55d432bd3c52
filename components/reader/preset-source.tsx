import type { WorkloadPreset } from '../../lib/compare/workload-presets';
import { formatDay } from '../../lib/format/day';

/** Where the numbers of a preset come from; those without a source are said to be ours. */
export function PresetSource({ preset }: { preset: WorkloadPreset | null }) {
  if (preset === null) return <p className="drawer-note">Your own numbers.</p>;
  if (preset.source === null) return <p className="drawer-note">An assumption of ours (editorial), to begin with. Put your own numbers in.</p>;
  const { title, address, readOn, says } = preset.source;
  return (
    <p className="drawer-note">
      <a href={address}>{title}</a>, read {formatDay(readOn)}: {says}. The whole prefix is taken as found in the cache; the calls a day are an assumption of
      ours.
    </p>
  );
}
