import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

import { BillingError } from '../../src/api/billing-error.js';
import type { BillingErrorInit } from '../../src/api/billing-error.js';
import { LocaleController } from '../../src/i18n/locale-controller.js';
import type { Loadable } from '../../src/state/query.js';
import { faces, Faces } from '../../src/ui/faces.js';
import type { BillingErrorEvent, SignInRequestEvent } from '../../src/ui/faces.events.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, press, settled, shownIn } from '../support/mount.js';

/** Something that is asked for, as the test wants it to stand. */
class Source<Value> implements Loadable<Value> {
  value: Value | undefined;
  answeredAt: number | undefined;
  error: BillingError | undefined;
  pending = false;
  retryAt: number | undefined;
  reloads = 0;

  constructor(value?: Value) {
    this.value = value;
  }

  reload(): void {
    this.reloads += 1;
  }
}

type Answer = readonly string[] | { readonly items: readonly string[]; readonly setAside: number };

@customElement('faces-host')
class FacesHost extends LitElement {
  readonly content = new Source<object>({});
  readonly first = new Source<Answer>(['one']);
  readonly second = new Source<readonly string[]>(['two']);

  readonly #i18n = new LocaleController(this, { locale: () => 'en', messages: () => ({}) });

  readonly #faces = new Faces<Answer>(
    this,
    this.content,
    [this.first, this.second],
    (answer) => Array.isArray(answer) && answer.length === 0,
  );

  protected override render() {
    return this.#faces.render(
      this.#i18n,
      (answer) => html`<p part="shown">${JSON.stringify(answer)}</p>`,
      html`<p part="skeleton">&nbsp;</p>`,
    );
  }
}

const failure = (code: string, init: BillingErrorInit = {}) => new BillingError(code, init);

describe('the face of an element', () => {
  let time: HeldTime;
  const { onLine } = navigator;
  const setOnLine = (isOnLine: boolean): void => {
    Object.defineProperty(navigator, 'onLine', { value: isOnLine, configurable: true });
  };
  beforeEach(() => {
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    setOnLine(onLine);
  });

  const shown = async (arrange: (el: FacesHost) => void): Promise<FacesHost> => {
    const el = await fixture<FacesHost>(html`<faces-host></faces-host>`);
    arrange(el);
    el.requestUpdate();
    await settled(el);
    return el;
  };

  const faceOf = (el: FacesHost): string =>
    faces.filter((face) => el.matches(`:state(${face})`)).join();

  const cases: readonly (readonly [
    face: string,
    what: string,
    arrange: (el: FacesHost) => void,
    words: string,
  ])[] = [
    ['ready', 'all is there', () => undefined, ''],
    [
      'empty',
      'the answer is that there is nothing',
      ({ first }) => {
        first.value = [];
      },
      '',
    ],
    [
      'empty',
      'the server does not offer it',
      ({ first }) => {
        first.value = undefined;
        first.error = failure('not_supported', { status: 501 });
      },
      'This is not offered here.',
    ],
    [
      'partial',
      'a part of it failed',
      ({ second }) => {
        second.value = undefined;
        second.error = failure('upstream_unavailable', { status: 503 });
      },
      'Some of this could not be loaded. The billing service is not available.',
    ],
    [
      'partial',
      'rows could not be read',
      ({ first }) => {
        first.value = { items: [], setAside: 2 };
      },
      '2 entries could not be shown.',
    ],
    [
      'stale',
      'the last reload failed',
      ({ first }) => {
        first.answeredAt = new Date(2026, 2, 18, 15, 20).valueOf();
        first.error = failure('timeout');
      },
      'The billing service did not answer in time. Last updated at 3:20 PM.',
    ],
    [
      'loading',
      'nothing is there yet',
      ({ first }) => {
        first.value = undefined;
      },
      '',
    ],
    [
      'loading',
      'the code that draws it is on its way',
      ({ content }) => {
        content.value = undefined;
      },
      '',
    ],
    [
      'error',
      'the code that draws it cannot be had',
      ({ content }) => {
        content.value = undefined;
        content.error = failure('module_failed');
      },
      'A part of this page could not be loaded.',
    ],
    [
      'error',
      'it failed for a reason that nobody knows yet',
      ({ first }) => {
        first.value = undefined;
        first.error = failure('moon_phase', { status: 418 });
      },
      'Something went wrong (moon_phase).',
    ],
    [
      'denied',
      'the server refuses it',
      ({ first }) => {
        first.value = undefined;
        first.error = failure('forbidden', { status: 403 });
      },
      'You do not have access to this.',
    ],
    [
      'signed-out',
      'the server no longer knows the person, whatever was shown',
      ({ second }) => {
        second.error = failure('unauthenticated', { status: 401 });
      },
      'You are signed out.',
    ],
  ];
  for (const [face, what, arrange, words] of cases) {
    it(`is ${face} where ${what}`, async () => {
      const el = await shown(arrange);
      expect(faceOf(el)).to.equal(face);
      const regions = el.shadowRoot?.querySelectorAll('[role="alert"], [role="status"]') ?? [];
      const said = [...regions].map(({ textContent }) => textContent.trim()).join('');
      expect(said.replaceAll(/\s+/gu, ' ')).to.equal(words);
      const hidesAll = ['signed-out', 'denied', 'error', 'loading'].includes(face);
      if (hidesAll) expect(parts(el, 'shown')).to.eql([]);
      expect(parts(el, 'skeleton'), 'a skeleton').to.have.length(face === 'loading' ? 1 : 0);
    });
  }

  it('is offline where the browser is sure that there is no network, and offers to try anyway', async () => {
    setOnLine(false);
    const el = await shown(({ first }) => {
      first.value = undefined;
      first.error = failure('network', { retryable: true });
    });
    expect(faceOf(el)).to.equal('offline');
    expect(shownIn(el)).to.contain('You are offline.');
    expect(parts(el, 'retry')).to.have.length(1);
  });

  it('is an error where the browser thinks that there is a network', async () => {
    setOnLine(true);
    const el = await shown(({ first }) => {
      first.value = undefined;
      first.error = failure('network', { retryable: true });
    });
    expect(faceOf(el)).to.equal('error');
  });

  it('says after four seconds that it takes long, and no more once it is there', async () => {
    const el = await shown(({ first }) => {
      first.value = undefined;
    });
    await time.pass(3_999);
    expect(shownIn(el)).to.equal('');
    await time.pass(1);
    await settled(el);
    expect(shownIn(el)).to.contain('This is taking longer than usual.');
    el.first.value = ['one'];
    el.requestUpdate();
    await settled(el);
    expect(shownIn(el)).not.to.contain('longer');
  });

  it('counts down to the moment when a failed request is sent again', async () => {
    const el = await shown(({ first }) => {
      first.error = failure('rate_limited', { status: 429, retryable: true });
      first.retryAt = Date.now() + 2_500;
    });
    expect(shownIn(el)).to.contain('Trying again in 3 seconds.');
    await time.pass(1_000);
    await settled(el);
    expect(shownIn(el)).to.contain('Trying again in 2 seconds.');
    await time.pass(1_000);
    await settled(el);
    expect(shownIn(el)).to.contain('Trying again in 1 second.');
  });

  it('lets no clock run once the element has gone', async () => {
    const el = await shown(({ first }) => {
      first.value = undefined;
    });
    expect(time.due).not.to.eql([]);
    el.remove();
    await settled(el);
    expect(time.due).to.eql([]);
  });

  it('asks again for all of it, and takes the focus from the button that goes', async () => {
    const el = await shown(({ second }) => {
      second.error = failure('timeout', { retryable: true });
    });
    press(el, 'retry');
    expect([el.first.reloads, el.second.reloads]).to.eql([1, 1]);
    expect(el.shadowRoot?.activeElement?.part[0]).to.equal('status');
  });

  it('names the request, for a talk with the support team', async () => {
    const el = await shown(({ first }) => {
      first.error = failure('timeout', { requestId: 'req_7' });
    });
    expect(shownIn(el)).to.contain('Request req_7');
  });

  it('keeps what the server named apart from its own words, whichever way that runs', async () => {
    const from = (code: string) => failure(code, { status: 418, requestId: 'בקשה-7' });
    const arranged = [
      ({ first }: FacesHost) => Object.assign(first, { value: undefined, error: from('ירח') }),
      ({ first }: FacesHost) =>
        Object.assign(first, { error: from('ירח'), answeredAt: Date.now() }),
      ({ second }: FacesHost) => Object.assign(second, { value: undefined, error: from('ירח') }),
    ];
    for (const arrange of arranged) {
      const el = await shown(arrange);
      const apart = [...(el.shadowRoot?.querySelectorAll('bdi') ?? [])];
      const all = apart.map(({ textContent }) => textContent).join(' ');
      expect(all, faceOf(el)).to.contain('ירח').and.to.contain('בקשה-7');
    }
  });

  describe('of who is signed out', () => {
    const signedOut = () =>
      shown(({ first }) => {
        first.error = failure('unauthenticated', { status: 401, requestId: 'req_7' });
      });

    it('offers to sign in, which asks for everything again', async () => {
      const el = await signedOut();
      expect(shownIn(el)).not.to.contain('req_7');
      press(el, 'sign-in');
      expect([el.first.reloads, el.second.reloads]).to.eql([1, 1]);
      expect(el.shadowRoot?.activeElement?.part[0]).to.equal('status');
    });

    it('asks the page first, which may take over', async () => {
      const el = await signedOut();
      el.addEventListener('sign-in-request', (event) => {
        event.preventDefault();
      });
      const asked = oneEvent<SignInRequestEvent>(el, 'sign-in-request');
      press(el, 'sign-in');
      expect((await asked).composed).to.equal(true);
      expect([el.first.reloads, el.second.reloads]).to.eql([0, 0]);
      expect(el.shadowRoot?.activeElement?.part[0]).to.equal('sign-in');
    });
  });

  it('tells the page of each failure once, by codes only', async () => {
    const heard: BillingErrorEvent[] = [];
    const el = await shown((host) => {
      host.addEventListener('billing-error', (event: BillingErrorEvent) => heard.push(event));
      host.first.error = failure('timeout', { requestId: 'req_7', retryable: true });
    });
    el.requestUpdate();
    await settled(el);
    expect(
      heard.map(({ code, requestId, retryable, status, tag }) => ({
        code,
        requestId,
        retryable,
        status,
        tag,
      })),
    ).to.eql([
      { code: 'timeout', requestId: 'req_7', retryable: true, status: 0, tag: 'faces-host' },
    ]);
    el.first.error = failure('timeout');
    el.requestUpdate();
    await settled(el);
    expect(heard, 'another one of the same code').to.have.length(2);
  });
});
