// What goes wrong in the browser while it shows a page.

/**
 * Keeps what `page` complains of: errors on the console (broken content security policies and files
 * that do not answer among them), errors of scripts, and requests to any origin but `origins`.
 * `take()` gives the faults since the last time.
 */
export function watch(page, ...origins) {
  let faults = [];
  page.on('console', (message) => {
    const { url } = message.location();
    const expected = url === page.url() && /status of 404/.test(message.text()); // the page for addresses that lead nowhere
    if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:'].includes(url.protocol) && !origins.includes(url.origin)) faults.push(`asks another host: ${url.href}`);
  });
  return {
    take() {
      const taken = faults;
      faults = [];
      return taken;
    },
  };
}
