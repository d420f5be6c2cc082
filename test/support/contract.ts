import { loadContract as load } from '../../src/conformance/contract.js';
import type { Contract } from '../../src/conformance/contract.js';

/** The contract, for responses of a host that serves it at `…/accounts/{account}`. */
export function loadContract(): Contract {
  const contract = load();
  return {
    ...contract,
    faultsOfResponse: (method, pathname, response) =>
      contract.faultsOfResponse(method, pathname.replace(/^.*\/accounts\/[^/]+/, ''), response),
  };
}
