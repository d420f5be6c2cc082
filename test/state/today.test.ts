import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

import { Today } from '../../src/state/today.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { settled } from '../support/mount.js';

@customElement('today-host')
class TodayHost extends LitElement {
  timeZone = 'America/New_York';
  readonly today = new Today(this);

  protected override render() {
    return html`<p>${this.today.in(this.timeZone)}</p>`;
  }
}

const shown = (el: TodayHost): string | undefined => el.shadowRoot?.querySelector('p')?.textContent;

describe('today', () => {
  let time: HeldTime;
  afterEach(() => {
    time.release();
  });

  const host = (start: string): Promise<TodayHost> => {
    time = holdTime(start);
    return fixture<TodayHost>(html`<today-host></today-host>`);
  };

  it('is the date in the account’s time zone, not in the browser’s', async () => {
    const el = await host('2026-03-19T03:30:00Z');
    expect(shown(el)).to.equal('2026-03-18');
    el.timeZone = 'Asia/Tokyo';
    el.requestUpdate();
    await settled(el);
    expect(shown(el)).to.equal('2026-03-19');
  });

  it('becomes tomorrow at midnight there, while the page stands open', async () => {
    const el = await host('2026-03-19T03:30:00Z');
    await time.pass(30 * 60_000 - 1);
    await settled(el);
    expect(shown(el)).to.equal('2026-03-18');
    await time.pass(1);
    await settled(el);
    expect(shown(el)).to.equal('2026-03-19');
    await time.pass(24 * 3_600_000);
    await settled(el);
    expect(shown(el)).to.equal('2026-03-20');
  });

  it('has changed when a person comes back to a page whose timers slept', async () => {
    const el = await host('2026-03-18T15:30:00Z');
    const later = Date.parse('2026-03-20T15:30:00Z');
    Date.now = () => later;
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(el);
    expect(shown(el)).to.equal('2026-03-20');
  });

  it('leaves no timer behind', async () => {
    const el = await host('2026-03-18T15:30:00Z');
    expect(time.due).to.have.length(1);
    el.remove();
    await settled(el);
    expect(time.due).to.eql([]);
  });
});
