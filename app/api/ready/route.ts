import { checkReady } from '@/lib/pages/check-ready';

/** Ready: the database is reachable, its migrations are applied and a catalogue is loaded. */
export async function GET(): Promise<Response> {
  const state = await checkReady();
  return Response.json(state, { status: state.status === 'ready' ? 200 : 503 });
}
