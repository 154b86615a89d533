// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as plain values {status, headers, body}, before they go on the wire.

export function json(status, content, headers = {}) {
  return {status, headers: {'Content-Type': 'application/json; charset=utf-8', ...headers}, body: JSON.stringify(content)};
}

export function html(status, body, headers = {}) {
  return {status, headers: {'Content-Type': 'text/html; charset=utf-8', ...headers}, body};
}

export function text(status, body, headers = {}) {
  return {status, headers: {'Content-Type': 'text/plain', ...headers}, body};
}

const page = (title, content) => `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>${content}</body>
</html>
`;

export const notFoundPage = () => html(404, page('Not Found', '<h1>404: Page not found</h1>'));

export const signInPage = () => html(200, page('Sign in · GitLab', '<h1>Sign in</h1><form method="post"></form>'));

export const proxyLoginPage = () => html(200, page('Login required', '<h1>Corporate proxy</h1><form method="post"></form>'));

export const errorPage = status => html(status, page(`Error ${status}`, `<h1>${status}</h1><p>GitLab is not responding.</p>`));

export function redirect(status, location) {
  return html(status, page('Redirect', 'You are being redirected.'), {Location: location});
}
