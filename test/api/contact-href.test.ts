import { expect } from 'chai';

import { contactHref } from '../../src/api/contact-href.js';

const mail = (email: string) => contactHref({ kind: 'email', email }, undefined);
const call = (phone: string) => contactHref({ kind: 'phone', phone }, undefined);

describe('where a contact leads', () => {
  it('is a mailbox', () => {
    expect(mail('help+billing@example.co.uk')).to.equal('mailto:help+billing@example.co.uk');
  });

  const noMailbox = [
    'help@example.com?bcc=all@example.com',
    'help@example.com,other@example.com',
    'help@example.com\r\nBcc: all@example.com',
    'Help <help@example.com>',
    'help@example',
    'javascript:alert(1)@example.com',
    '',
  ];
  for (const email of noMailbox) {
    it(`is not ${JSON.stringify(email)}, which is no plain mailbox`, () => {
      expect(mail(email)).to.equal(undefined);
    });
  }

  it('is a number to call, without what only people read', () => {
    expect(call('+1 (555) 010-20.30')).to.equal('tel:+15550102030');
  });

  for (const phone of ['*21*0900#', '110;ext=1', '12', '1'.repeat(31), 'call me', '']) {
    it(`is not ${JSON.stringify(phone)}, which is no plain number`, () => {
      expect(call(phone)).to.equal(undefined);
    });
  }

  it('is an address that is safe to open, at an origin that the page allows', () => {
    const contact = { kind: 'url', url: 'https://help.example/form' } as const;
    expect(contactHref(contact, undefined)).to.equal('https://help.example/form');
    expect(contactHref(contact, ['https://help.example'])).to.equal('https://help.example/form');
    expect(contactHref(contact, ['https://other.example'])).to.equal(undefined);
    expect(contactHref({ kind: 'url', url: 'javascript:alert(1)' }, undefined)).to.equal(undefined);
  });
});
