import { MissingTools } from '@/components/page/missing-tools';
import { Shell } from '@/components/shell/shell';

export default function NotFound() {
  return (
    <Shell snapshot={null} search={false}>
      <MissingTools page={{ unknown: [], nearest: [], capability: null }} />
    </Shell>
  );
}
