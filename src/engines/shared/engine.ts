/**
 * What an engine is: a factory that takes options (address, key, customer, catalogue) and gives the
 * billing of **one** account. It keeps nothing between two accounts, and it never takes the customer
 * from a question.
 */
import type { PartialPort } from '../../api/whole-port.js';

export { operationIds, wholePort } from '../../api/whole-port.js';

/**
 * Some operations of the port: what an engine has, or what a host adds of its own. `account` names
 * in `can` the actions that this part serves, in `slots` its subscriptions, in `meters` its usage.
 */
export type EnginePart = PartialPort;
