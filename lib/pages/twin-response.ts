/** A twin is for machines: the page it belongs to is the one that search engines list. */
const headers = { 'x-robots-tag': 'noindex', 'access-control-allow-origin': '*' };

export function twinResponse(content: unknown): Response {
  return Response.json(content, { headers });
}

export function missingTwin(names: readonly string[]): Response {
  return Response.json({ error: 'not-found', message: 'No tool of this name is listed.', names }, { status: 404, headers });
}
