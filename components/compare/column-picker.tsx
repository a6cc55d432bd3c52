import type { RankedTool } from '../../lib/rank/ranked-tool';

/** On narrow screens three and four tools are shown two at a time. The choice is read by the style sheet, so it works without JavaScript. */
export function ColumnPicker({ tools }: { tools: readonly RankedTool[] }) {
  if (tools.length < 3) return null;
  return (
    <div className="picker no-print">
      {['Left column', 'Right column'].map((label, side) => (
        <label key={label}>
          <span className="sr-only">{label}</span>
          <select className={side === 0 ? 'picker-left' : 'picker-right'} defaultValue={tools[side]?.slug} autoComplete="off">
            {tools.map((tool) => (
              <option key={tool.slug} value={tool.slug}>
                {tool.name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
