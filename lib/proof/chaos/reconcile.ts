import type { AllBooks, OrderRecord, PaymentRecord } from './books'

/** What is wrong, one sentence each, with the reference to look for. */
export type Findings = {
  /** Something was paid, promised, told or shown, and is not there. */
  readonly lost: string[]
  /** Something happened twice that happens once. */
  readonly doubled: string[]
  /** Something is still open when everything is over. */
  readonly unsettled: string[]
}

/** Holds the shop's books against Adyen's. */
export function reconcile(books: AllBooks): Findings {
  const findings: Findings = { lost: [], doubled: [], unsettled: [] }
  checkPayments(books, findings)
  for (const order of books.orders) checkOrder(books, order, findings)
  checkRefunds(books, findings)
  checkWishes(books, findings)
  checkNotifications(books, findings)
  checkShelf(books, findings)
  checkSeen(books, findings)
  findings.unsettled.push(...books.owed.map((name) => `still owed: ${name}`))
  findings.doubled.push(...books.mixedKeys.map((key) => `a key stands for two things: ${key}`))
  const once = (sentences: string[]) => [...new Set(sentences)]
  const { lost, doubled, unsettled } = findings
  return { lost: once(lost), doubled: once(doubled), unsettled: once(unsettled) }
}

const moneyOf = ({ money }: AllBooks, psp: string) => money.find((each) => each.psp === psp)

/** By the API, in the Customer Area, or called off as a whole. */
const givenBackOf = (books: AllBooks, psp: string) => {
  const money = moneyOf(books, psp)
  return money ? money.refunded + money.refundsUnderWay + money.cancelled : 0
}

/** Money that came and is not on its way back, though a dispute may hold it. */
const isKept = (books: AllBooks, { psp, value, authorised }: PaymentRecord) =>
  authorised && givenBackOf(books, psp) + (moneyOf(books, psp)?.captureFailed ?? 0) < value

function checkPayments(books: AllBooks, findings: Findings): void {
  const { payments, attempts, orders } = books
  const known = new Set(attempts.map(({ reference }) => reference))
  const references = new Set<string>()
  for (const { psp, reference, value } of payments) {
    if (!known.has(reference)) findings.lost.push(`no order knows the payment ${reference}`)
    if (references.has(reference)) findings.doubled.push(`two payments are called ${reference}`)
    references.add(reference)
    const back = givenBackOf(books, psp)
    const order = attempts.find((attempt) => attempt.reference === reference)?.order
    const isPaid = orders.some(({ id, status }) => id === order && status === 'paid')
    if (back > value) findings.doubled.push(`${reference}: more was given back than was paid`)
    if (back > 0 && back < value && !isPaid)
      findings.unsettled.push(`${reference}: only ${back} of ${value} was given back`)
  }
}

function checkOrder(books: AllBooks, order: OrderRecord, findings: Findings): void {
  const { id, number, status, amount } = order
  const attempts = books.attempts.filter((attempt) => attempt.order === id)
  const mine = new Set(attempts.map(({ reference }) => reference))
  const payments = books.payments.filter(({ reference }) => mine.has(reference))
  const kept = payments.filter((payment) => isKept(books, payment))
  if (status === null) return void findings.lost.push(`${number}: the shop says nothing of it`)

  const wanted = status === 'paid' ? 1 : 0
  if (kept.length > wanted)
    findings[status === 'paid' ? 'doubled' : 'lost'].push(
      `${number} is ${status}, and ${kept.length} payments are kept: ${kept.map(({ psp }) => psp)}`,
    )
  if (kept.length < wanted) findings.lost.push(`${number} is paid, and no money is there`)
  for (const { reference, value } of payments)
    if (value !== amount)
      findings.lost.push(`${reference}: ${value} was paid for an order of ${amount}`)
  if (status === 'confirming' || (status === 'awaiting_payment' && attempts.length > 0))
    findings.unsettled.push(`${number} is ${status} days later`)

  const back = payments.reduce((total, { psp }) => total + givenBackOf(books, psp), 0)
  if (order.refunded !== back)
    findings.unsettled.push(`${number}: ${order.refunded} is shown as refunded, and it was ${back}`)
  checkPieces(books, order, findings)
  checkLetters(books, order, payments, findings)
  checkLedger(books, order, payments, findings)
}

/** Written event by event, it adds up to zero and to what Adyen has. */
function checkLedger(
  books: AllBooks,
  { id, number }: OrderRecord,
  payments: readonly PaymentRecord[],
  { unsettled }: Findings,
): void {
  const entries = books.ledger.filter(({ order }) => order === id)
  const balance = (account: string) => entries.find((each) => each.account === account)?.won ?? 0
  const sum = entries.reduce((total, { won }) => total + won, 0)
  if (sum !== 0) unsettled.push(`${number}: the ledger adds up to ${sum}`)
  const there = payments.flatMap(({ psp }) => moneyOf(books, psp) ?? [])
  const won = (part: 'came' | 'captureFailed' | 'takenByDisputes' | 'left') =>
    there.reduce((total, money) => total + money[part], 0)
  const expected = {
    shopper_paid: won('captureFailed') - won('came'),
    given_back: payments.reduce((total, { psp }) => total + givenBackOf(books, psp), 0),
    taken: won('takenByDisputes'),
    with_provider: won('left') - balance('added'),
  }
  for (const [account, value] of Object.entries(expected))
    if (balance(account) !== value)
      unsettled.push(`${number}: ${account} is ${balance(account)}, and with Adyen ${value}`)
}

/** However often a form was sent, and by how many: once. */
function checkWishes({ wishes }: AllBooks, { doubled }: Findings): void {
  for (const { order, wish, times } of wishes)
    if (times > 1) doubled.push(`${order}: the wish ${wish} was asked for ${times} times`)
}

function checkLetters(
  { letters, refundsAtAdyen, money }: AllBooks,
  { id, number, status }: OrderRecord,
  payments: readonly PaymentRecord[],
  { lost, doubled }: Findings,
): void {
  const count = (name: string) =>
    letters.filter(({ order, letter }) => order === id && letter === name).length
  const paid = count('paid')
  if (status === 'paid' && paid === 0) lost.push(`${number} is paid, and no letter says so`)
  if (paid > 1) doubled.push(`${number}: ${paid} letters say that it is paid`)
  if (paid > 0 && !payments.some(({ authorised }) => authorised))
    lost.push(`${number}: a letter says that it is paid, and nobody paid`)
  for (const name of ['payment_failed', 'timed_out'])
    if (count(name) > 1) doubled.push(`${number}: ${count(name)} letters say ${name}`)

  const mine = refundsAtAdyen.filter(({ payment }) => payments.some(({ psp }) => psp === payment))
  const done = mine.filter(({ outcome }) => outcome === 'ok').length
  // Some come back after all: the shopper has read of them before.
  const cancelled = money.filter(
    (each) => each.cancelled > 0 && payments.some(({ psp }) => psp === each.psp),
  ).length
  const most = mine.filter(({ outcome }) => outcome !== 'refused').length + cancelled
  const told = count('refunded')
  if (told < done) lost.push(`${number}: ${done} refunds, and ${told} letters`)
  if (told > most) doubled.push(`${number}: ${most} refunds, and ${told} letters`)
}

function checkRefunds(
  { refundsAsked, refundsAtAdyen }: AllBooks,
  { lost, doubled, unsettled }: Findings,
): void {
  for (const { id, payment, amount } of refundsAsked) {
    const taken = refundsAtAdyen.filter(({ reference }) => reference === id)
    if (taken.length === 0) unsettled.push(`the refund ${id} never reached Adyen`)
    if (taken.length > 1) doubled.push(`the refund ${id} reached Adyen ${taken.length} times`)
    if (taken.some((one) => one.payment !== payment || one.value !== amount))
      lost.push(`the refund ${id} is another with Adyen`)
  }
  const known = new Set(refundsAsked.map(({ id }) => id))
  for (const { reference, payment, askedBy } of refundsAtAdyen)
    if (askedBy === 'shop' && !known.has(reference))
      lost.push(`${payment}: Adyen was asked for a refund nobody knows`)
}

function checkNotifications({ notifications, inbox }: AllBooks, findings: Findings): void {
  const stored = new Map(inbox.map((row) => [row.news, row]))
  const said = new Set<string>()
  for (const { news, reference, acknowledged } of notifications) {
    const row = stored.get(news)
    if (acknowledged && !row) findings.lost.push(`${reference}: ${news} was accepted and is gone`)
    if (!acknowledged) findings.unsettled.push(`${reference}: ${news} was never accepted`)
    if (row && !row.applied && !said.has(news)) {
      const why = row.parkedWhy ?? 'nobody has looked at it'
      findings.unsettled.push(`${reference}: ${news} was not applied: ${why}`)
    }
    said.add(news)
  }
  if (stored.size < inbox.length) findings.doubled.push('the same news lies in the inbox twice')
}

/** No piece is sent twice, or comes back that was not sent, and a parcel and a claim have a letter each. */
function checkPieces(
  { letters }: AllBooks,
  { id, number, pieces, toldOfGoods }: OrderRecord,
  { lost, doubled }: Findings,
): void {
  for (const { variant, ordered, sent, cameBack, exchanged } of pieces) {
    if (sent > ordered + exchanged)
      doubled.push(`${number}: ${sent} of ${variant} were sent, of ${ordered}`)
    if (cameBack > sent) doubled.push(`${number}: ${cameBack} of ${variant} came back, of ${sent}`)
  }
  const told = letters.filter(
    ({ order, letter }) => order === id && lettersOfGoods.includes(letter),
  ).length
  if (told !== toldOfGoods)
    (told < toldOfGoods ? lost : doubled).push(
      `${number}: ${told} letters tell of goods, and ${toldOfGoods} should`,
    )
}

const lettersOfGoods = ['sent', 'partly_sent', 'exchange_sent', 'claim_opened', 'claim_settled']

/** Only what is paid has left the shelf, and what came back is there again. */
function checkShelf({ stock, orders }: AllBooks, { lost, doubled, unsettled }: Findings): void {
  const sold = new Map<string, number>()
  // What was given back without an end is put back by a person.
  for (const { status, ended, pieces } of orders)
    if (status === 'paid' || (status === 'refunded' && !ended))
      for (const { variant, ordered, cameBack, exchanged } of pieces)
        sold.set(variant, (sold.get(variant) ?? 0) + ordered - cameBack + exchanged)
  for (const { variant, before, after, explained } of stock) {
    const expected = before - (sold.get(variant) ?? 0)
    const sentence = `${variant}: ${after} are on the shelf, and it should be ${expected}`
    if (after < expected) lost.push(sentence)
    if (after > expected) doubled.push(sentence)
    if (after !== explained)
      unsettled.push(`${variant}: ${after} are on the shelf, and its ledger says ${explained}`)
  }
}

function checkSeen({ seen, attempts, orders }: AllBooks, { lost }: Findings): void {
  const references = new Set(attempts.map(({ reference }) => reference))
  const ids = new Set(orders.map(({ id }) => id))
  for (const reference of seen.references)
    if (!references.has(reference)) lost.push(`${reference} was shown to a shopper and is gone`)
  for (const order of seen.orders)
    if (!ids.has(order)) lost.push(`the order ${order} was shown to a shopper and is gone`)
}
