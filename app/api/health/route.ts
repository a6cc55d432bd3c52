/** Live: the process answers. Says nothing about the database; /api/ready does. */
export function GET(): Response {
  return Response.json({ status: 'live' });
}
