const dayMs = 86_400_000;

/** Whole days from one ISO date to another; negative when `to` is earlier, null when either is not a date. */
export function daysBetween(from: string, to: string): number | null {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
  return Number.isNaN(days) ? null : days;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2026-08-22` → `22 August 2026`. Text that is not an ISO date is given back as it is. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = months[Number(match?.[2]) - 1];
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : day;
}
