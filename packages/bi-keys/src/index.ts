/** Keys of analysts: logins of the warehouse, and credentials at its doors. */
export { grantKey, type KeyTerms } from './keys/grant';
export { isKeyName, roleOf, stateOf, type Key, type KeyState } from './keys/key';
export { KeyProblem, type KeyProblemKind } from './keys/key-problem';
export { listKeys } from './keys/list';
export { revokeKey } from './keys/revoke';
export { authenticateReader } from './readers/authenticate-reader';
export { limitDoors } from './limits/limit-doors';
export { watchKeys, type KeyWatch } from './watch/watch-keys';
