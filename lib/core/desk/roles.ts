import type { PersonId } from '../ids'

export type { PersonId }

/** What people of the shop are to it. */
export const roles = ['owner', 'manager', 'packer', 'accountant'] as const
export type Role = (typeof roles)[number]

type Rule = {
  readonly roles: readonly Role[]
  /** A code not older than a quarter of an hour is wanted first: it moves money, or says who may. */
  readonly asksCode?: true
}

const everybody = { roles } as const
const owners = { roles: ['owner'] } as const
const sellers = { roles: ['owner', 'manager'] } as const
const packers = { roles: ['owner', 'manager', 'packer'] } as const
const readers = { roles: ['owner', 'manager', 'accountant'] } as const
const withCode = <Who extends Rule>(who: Who) => ({ ...who, asksCode: true }) as const

/**
 * Who may do what, once and for all: every page of the desk and every act asks here, those that are still to come too.
 * What somebody may not do is not drawn for them.
 */
const rules = {
  // What is one's own: language, second factor, own sessions.
  keep_own_account: everybody,
  drop_second_factor: withCode(everybody),

  // Reading. An accountant knows a shopper by the order's number, a packer by what stands on a label.
  see_today: everybody,
  see_orders: everybody,
  see_label: packers,
  see_shopper: sellers,
  see_money: readers,
  see_returns: packers,
  see_subscriptions: sellers,
  see_products: packers,
  see_system: sellers,
  see_settings: owners,
  see_people: owners,
  see_log: owners,

  // Orders.
  send_parcel: packers,
  note_delivery: packers,
  write_note: packers,
  mail_again: sellers,
  write_to_shopper: sellers,
  change_address: sellers,
  export_orders: sellers,
  export_shopper: sellers,
  erase_shopper: owners,
  sign_shopper_out: sellers,

  // Claims. Whoever opens the parcel says what came; what it is worth is money.
  open_claim: sellers,
  decide_claim: sellers,
  receive_goods: packers,
  settle_claim: withCode(sellers),

  // Money.
  refund: withCode(sellers),
  note_handback: withCode(sellers),
  cancel_unpaid: sellers,
  cancel_paid: withCode(sellers),
  charge_wallet: withCode(sellers),
  note_dispute: sellers,
  explain_money: readers,
  export_money: readers,

  // Subscriptions.
  change_subscription: sellers,
  change_plan_price: withCode(sellers),

  // Goods.
  change_product: sellers,
  change_price: sellers,
  change_stock: packers,
  import_products: sellers,
  export_products: sellers,

  // The machine and the shop itself.
  mend_system: sellers,
  change_settings: owners,
  change_money_settings: withCode(owners),
  set_day_off: owners,
  go_live: withCode(owners),
  change_people: withCode(owners),
} as const satisfies Record<string, Rule>

export type DeskAct = keyof typeof rules

export const deskActs = Object.keys(rules).filter((act): act is DeskAct => act in rules)

/** True for who may. */
export const roleMay = (role: Role, act: DeskAct): boolean => rolesThatMay(act).includes(role)

export const rolesThatMay = (act: DeskAct): readonly Role[] => rules[act].roles

/** True when it is done only shortly after a code was given. */
export const asksCode = (act: DeskAct): boolean => 'asksCode' in rules[act]

/** What stands in the log: an act of somebody who might, and what else is to be remembered of people. */
export type LogAct =
  | DeskAct
  | 'signed_in'
  | 'signed_out'
  | 'invited'
  | 'role_changed'
  | 'removed'
  | 'session_ended'
  | 'second_factor_wanted'
  | 'second_factor_not_wanted'
  | 'second_factor_on'
  | 'second_factor_off'
  /** They asked for what their role may not. */
  | 'refused'

/** Every page of the desk, by its folder below app/, and what one has to be allowed for it. */
export const deskPages = {
  admin: 'see_today',
  'admin/account': 'keep_own_account',
  'admin/confirm': 'keep_own_account',
  'admin/orders': 'see_orders',
  'admin/people': 'see_people',
  'admin/log': 'see_log',
  'admin/orders/[number]': 'see_orders',
  'admin/orders/[number]/[act]': 'see_orders',
} as const satisfies Record<string, DeskAct>

export type DeskPage = keyof typeof deskPages
