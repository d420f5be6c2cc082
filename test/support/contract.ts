import { loadContract as load } from '../../src/conformance/contract.js';
import type { Contract } from '../../src/conformance/contract.js';

const belowAccount = (pathname: string): string => pathname.replace(/^.*\/accounts\/[^/]+/, '');

/** The contract, for what is asked of a host that serves it at `…/accounts/{account}`. */
export function loadContract(): Contract {
  const contract = load();
  return {
    ...contract,
    operationAt: (method, pathname) => contract.operationAt(method, belowAccount(pathname)),
    faultsOfResponse: (method, pathname, response) =>
      contract.faultsOfResponse(method, belowAccount(pathname), response),
  };
}
