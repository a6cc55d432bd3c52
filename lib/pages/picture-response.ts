/** Headers of a picture: other pages may show it, search engines list the page it is of, and opened by itself it runs nothing. */
export const pictureHeaders = {
  'x-robots-tag': 'noindex',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
} as const;

/** No picture is drawn of what is not there. */
export const missingImage = (): Response =>
  new Response('No tool of this name is listed.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'x-robots-tag': 'noindex' } });
