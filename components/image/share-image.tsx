import type { Bar } from '../../lib/compare/row';
import type { ShareImage } from '../../lib/pages/share-image';

/** The colours of the page in light, as app/globals.css has them: a picture knows no style sheet. */
const colour = { paper: '#fcfcfb', ink: '#1a1a18', muted: '#5f5f58', line: '#c9c9c1', track: '#ecece7', bar: '#0b5a5c' } as const;

/** Size of names and space between tools by how many there are; two lines of each name still fit. */
const nameSizes = [68, 68, 52, 36, 28] as const;
const gaps = [0, 0, 40, 24, 16] as const;
const factLines = [3, 3, 3, 2, 1] as const;

/** The picture beside a shared link: names, bars with ranges on one axis, one true fact, the date. For next/og, which knows flex boxes alone. */
export function ShareImagePicture({ image: { tools, fact, date } }: { image: ShareImage }) {
  const [size, gap] = [nameSizes[tools.length] ?? nameSizes[4], gaps[tools.length] ?? gaps[4]];
  const isTight = tools.length > 2;
  return (
    <div style={{ ...column, width: '100%', height: '100%', padding: '44px 56px', background: colour.paper, color: colour.ink, fontFamily: 'Geist' }}>
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 26 }}>
        <div style={{ display: 'flex' }}>
          <div style={{ display: 'flex', fontWeight: 600 }}>Unfragile</div>
          <div style={{ display: 'flex', marginLeft: 20, color: colour.muted }}>{tools.length > 1 ? 'ranks and their ranges' : 'rank and its range'}</div>
        </div>
        <div style={{ display: 'flex', color: colour.muted }}>Data as of {date}</div>
      </div>
      <div style={{ ...column, flexGrow: 1, justifyContent: 'center' }}>
        {tools.map((tool, index) => (
          <div key={tool.name} style={{ ...column, marginTop: index === 0 ? 0 : gap }}>
            <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'flex-end' }}>
              <div style={{ ...clamp(2), width: 740, fontSize: size, fontWeight: 600, lineHeight: 1.15, letterSpacing: -size / 50 }}>{tool.name}</div>
              <div style={{ display: 'flex', flexDirection: isTight ? 'row-reverse' : 'column', alignItems: isTight ? 'baseline' : 'flex-end' }}>
                <div style={{ display: 'flex', fontSize: Math.max(26, size * 0.7), fontWeight: 600 }}>{tool.rank}</div>
                <div style={{ display: 'flex', marginRight: isTight ? 14 : 0, fontSize: Math.max(18, size * 0.4), color: colour.muted }}>{tool.range}</div>
              </div>
            </div>
            <Track bar={tool.bar} />
          </div>
        ))}
      </div>
      <div style={{ ...clamp(factLines[tools.length] ?? 1), fontSize: 26, lineHeight: 1.3 }}>{fact}</div>
    </div>
  );
}

const column = { display: 'flex', flexDirection: 'column' } as const;

const clamp = (lines: number) => ({ display: 'block', lineClamp: lines, wordBreak: 'break-word', overflow: 'hidden' }) as const;

const across = (points: number): string => `${Math.min(100, Math.max(0, points))}%`;

/** Points on the 0–100 track with their range; hatched where there is no rank. */
function Track({ bar: { points, low, high } }: { bar: Bar }) {
  const hatch = `repeating-linear-gradient(-45deg, ${colour.line} 0px, ${colour.line} 3px, ${colour.paper} 3px, ${colour.paper} 10px)`;
  return (
    <div
      style={{
        display: 'flex',
        position: 'relative',
        height: 20,
        marginTop: 10,
        border: `1px solid ${colour.line}`,
        background: points === null ? hatch : colour.track,
      }}
    >
      {points !== null && <div style={{ display: 'flex', width: across(points), height: 18, background: colour.bar }} />}
      {high > low && (
        <div
          style={{
            display: 'flex',
            position: 'absolute',
            top: 6,
            left: across(low),
            width: across(high - low),
            height: 6,
            border: `1px solid ${colour.paper}`,
            background: colour.ink,
          }}
        />
      )}
      {points !== null && (
        <div style={{ display: 'flex', position: 'absolute', top: -6, left: across(points), width: 4, height: 30, marginLeft: -2, background: colour.ink }} />
      )}
    </div>
  );
}
