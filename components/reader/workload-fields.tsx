import { mostOf, type Workload } from '../../lib/address/workload';

type Quantity = keyof typeof mostOf;

const fields: readonly { id: Quantity; label: string }[] = [
  { id: 'input', label: 'Input tokens a call' },
  { id: 'output', label: 'Output tokens a call' },
  { id: 'cached', label: '% of the input read from a cache' },
  { id: 'written', label: '% of the input written to a cache' },
  { id: 'calls', label: 'Calls a day' },
];

/** The most that a field may hold: both shares of the input together are no more than all of it. */
function findMost(id: Quantity, { cached, written }: Workload): number {
  if (id === 'cached') return 100 - written;
  return id === 'written' ? 100 - cached : mostOf[id];
}

/** The quantities of a workload. What is no number counts as the least. */
export function WorkloadFields({ workload, change }: { workload: Workload; change: (workload: Workload) => void }) {
  return (
    <fieldset className="drawer-fields">
      <legend className="sr-only">Your workload</legend>
      {fields.map(({ id, label }) => {
        const least = id === 'calls' ? 1 : 0;
        const most = findMost(id, workload);
        const read = (text: string): number => Math.min(most, Math.max(least, Math.floor(Number(text)) || 0));
        return (
          <label key={id} className="drawer-field">
            <span>{label}</span>
            <input
              type="number"
              inputMode="numeric"
              min={least}
              max={most}
              step={1}
              value={workload[id]}
              onChange={(event) => change({ ...workload, [id]: read(event.target.value) })}
            />
          </label>
        );
      })}
    </fieldset>
  );
}
