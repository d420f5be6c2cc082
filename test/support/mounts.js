/** Puts elements on a page and takes them away again, many times, and looks at what is left. */

/** All that an element can be asked to be, with what it needs to be so. */
export const mounted = {
  'billing-provider': {},
  'billing-checkout': { purpose: 'plan', planId: 'plan_advanced' },
  'billing-console': {},
  'invoice-list': {},
  'plan-usage': {},
  'support-plan': {},
  'usage-chart': { range: '1w' },
};

/**
 * In the page: mounts so many of a kind, some at a time and over each other so that all are seen,
 * each until its answers are drawn, and takes them away.
 *
 * @param {{ tag: string, count: number, properties: object, apiBase: string }} order
 */
export async function mountAndLeave({ tag, count, properties, apiBase }) {
  const atOnce = 20;
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const client = (globalThis.answers ??= await answersOf(apiBase));
  // With what is inside, whose code comes later: else its templates, made once, look like a leak.
  const within = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) =>
      one.shadowRoot ? [one, ...within(one.shadowRoot)] : [one],
    );
  const isDrawn = (element) =>
    element.localName !== 'usage-chart' ||
    element.shadowRoot.querySelector('.plot svg path') !== null;
  const isDone = (element) => {
    if (tag === 'billing-provider') return true;
    const all = [element, ...within(element.shadowRoot)];
    return (
      element.matches(':state(ready)') &&
      all.every((one) => !one.matches(':state(loading)') && isDrawn(one))
    );
  };
  for (let done = 0; done < count; done += atOnce) {
    const place = document.createElement('div');
    for (let at = 0; at < atOnce; at += 1) {
      const element = document.createElement(tag);
      Object.assign(element, { client, ...properties });
      element.style.cssText = 'position: absolute; inset: 0 0 auto';
      place.append(element);
    }
    document.body.append(place);
    const end = performance.now() + 10_000;
    while (![...place.children].every(isDone)) {
      if (performance.now() > end) throw new Error(`${tag} is not ready`);
      await frame();
    }
    place.remove();
    await frame();
  }

  /** What the API answers, asked for once; what is measured here is no network. */
  async function answersOf(base) {
    const known = new Map();
    const ask = (path, method = 'GET', body = undefined) => {
      const key = `${method} ${path} ${body ?? ''}`;
      if (!known.has(key)) {
        const headers = { 'content-type': 'application/json' };
        const asked = fetch(`${base}/${path}`, { method, body, headers });
        known.set(
          key,
          asked.then((response) => response.json()),
        );
      }
      return known.get(key);
    };
    const query = (values) => new URLSearchParams(values).toString();
    return {
      account: () => ask('account'),
      subscription: (slot) => ask(`subscriptions/${slot}`),
      plans: (slot) => ask(`subscriptions/${slot}/plans`),
      previewChange: (slot, body) =>
        ask(`subscriptions/${slot}/preview`, 'POST', JSON.stringify(body)),
      balances: () => ask('balances'),
      usage: (values) => ask(`usage?${query(values)}`),
      invoices: (values) => ask(`invoices?${query(values)}`),
      paymentOptions: (values) => ask(`payment-options?${query(values)}`),
    };
  }
}

/**
 * What a page holds once everything that nobody needs is gone: nodes, listeners, bytes of its heap,
 * and how many elements of a kind.
 *
 * @param {import('playwright-core').CDPSession} cdp
 * @param {string} tag
 */
export async function heldBy(cdp, tag) {
  // What one collection frees may free more in the next.
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const expression = `customElements.get('${tag}').prototype`;
  const { result } = await cdp.send('Runtime.evaluate', { expression });
  const { objects } = await cdp.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
  });
  const { result: length } = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  for (const { objectId } of [result, objects]) {
    if (objectId) await cdp.send('Runtime.releaseObject', { objectId });
  }
  return {
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    heap: of('JSHeapUsedSize'),
    elements: Number(length.value),
  };
}
