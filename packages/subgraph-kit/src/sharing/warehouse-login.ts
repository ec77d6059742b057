/** The role with which the district's warehouse reads what a subgraph shares. */
export interface WarehouseLogin {
  readonly role: string;
  /** Undefined where the server asks for none. */
  readonly password: string | undefined;
}
