// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is changed is text of ours, templates and all.
import type { Bug } from './bug'

const core = 'lib/core/order.test.ts'
const books = 'lib/core/books.test.ts'
const moneyBack = 'lib/flows/order/money-back.test.ts'
const publicBugs = 'lib/flows/notification/public-bugs.test.ts'
const notificationTests = 'lib/adyen/notification.test.ts'
const webhookTests = 'app/api/webhooks/adyen/route.test.ts'

const AN_END = "[{ type: 'cancelled_by', who: 'merchant' }]"

/** What other shops' integrations of Adyen got wrong, as a change to ours. See docs/proof.md. */
export const bugs: readonly Bug[] = [
  {
    name: '"false" is taken for true',
    seenIn: 'adyen-examples, paymentService.js; BitBagCommerce/SyliusAdyenPlugin_old#17',
    file: 'lib/adyen/meaning.ts',
    changes: [["news.success === 'true'", 'Boolean(news.success)']],
    noticedBy: { file: notificationTests, test: 'AUTHORISATION false: the payment failed' },
  },
  {
    name: 'OFFER_CLOSED is applied without looking',
    seenIn: 'Adyen/adyen-prestashop#283, #131; adyen-salesforce-commerce-cloud, OFFER_CLOSED.js',
    file: 'lib/core/order.ts',
    changes: [["return climb(attemptOf(order, fact.attempt), 'closed')", `return ${AN_END}`]],
    noticedBy: {
      file: core,
      test: 'an offer that closes on an abandoned attempt leaves a paid order paid',
    },
  },
  {
    name: 'the idempotency key is a hash of what is bought',
    seenIn: 'Adyen/adyen-commercetools#1305; adyen-magento2, Helper/Idempotency.php',
    file: 'lib/flows/payment/store-attempt.ts',
    changes: [
      [
        "import type { SaveWallet } from '@/lib/adyen/client'\n",
        "import { createHash } from 'node:crypto'\nimport type { SaveWallet } from '@/lib/adyen/client'\n",
      ],
      [
        'idempotencyKey: deps.newKey()',
        "idempotencyKey: createHash('sha256').update(`${row.number} ${method} ${row.amount}`).digest('hex')",
      ],
    ],
    noticedBy: {
      file: 'lib/flows/payment/asking-adyen.test.ts',
      test: 'a second attempt is a new question to Adyen, though it asks for the same',
    },
  },
  {
    name: 'a retry makes its idempotency key anew',
    seenIn: 'odoo/odoo#184919',
    file: 'lib/adyen/client.ts',
    changes: [
      [
        'payments.payments(request, { idempotencyKey })',
        'payments.payments(request, { idempotencyKey: crypto.randomUUID() })',
      ],
    ],
    noticedBy: {
      file: 'lib/adyen/client.test.ts',
      test: 'a payment is asked for once more, with the same key and the same body',
    },
  },
  {
    name: 'a notification is looked up and then inserted',
    seenIn: 'Adyen/adyen-magento2#2557 and its Model/Notification.php',
    file: 'lib/db/inbox.ts',
    changes: [
      [
        '  await sql`\n    with stored as (',
        "  const known = await db.selectFrom('webhookInbox').select('id').where('fingerprint', '=', item.fingerprint).executeTakeFirst()\n" +
          '  if (known) return\n  await sql`\n    with stored as (',
      ],
      [
        `      on conflict (fingerprint) do update
        set live = case when excluded.live = \${ours} then excluded.live else webhook_inbox.live end
        where webhook_inbox.applied_at is null
          and (webhook_inbox.parked_why is not null
               or (excluded.live = \${ours} and webhook_inbox.live <> \${ours}))
`,
        '',
      ],
    ],
    noticedBy: { file: webhookTests, test: 'fifty copies at once are one' },
  },
  {
    name: 'what follows is announced before the commit',
    seenIn: 'EverShop, stripeWebHook (order_placed)',
    file: 'lib/flows/record.ts',
    changes: [['await enqueue(tx, isOld ?', 'await enqueue(deps.db, isOld ?']],
    noticedBy: {
      file: 'lib/flows/record.test.ts',
      test: 'when the news cannot be kept, nothing follows from it',
    },
  },
  {
    name: 'Adyen is called inside a transaction',
    seenIn: 'odoo/odoo#238688',
    file: 'lib/flows/payment/start-payment.ts',
    changes: [
      [
        'const answer = await ask(deps, attempt, row.number, row.locale)',
        `const answer = await deps.db.transaction().execute(async (tx) => {
    await findOrderRow(tx, attempt.orderId)
    return ask(deps, attempt, row.number, row.locale)
  })`,
      ],
    ],
    noticedBy: {
      file: 'lib/flows/payment/asking-adyen.test.ts',
      test: 'about a payment, nobody waits for us',
    },
  },
  {
    name: 'only the first item is verified',
    seenIn: 'commercetools and adyen-salesforce-commerce-cloud, HmacAuthHook and webhook.js',
    file: 'lib/adyen/signature.ts',
    changes: [
      [
        'if (fields === null) return null',
        'if (fields === null) return verified.length === 0 ? null : verified',
      ],
    ],
    noticedBy: { file: webhookTests, test: 'one forged item among good ones: 401' },
  },
  {
    name: 'the signature is made over escaped fields',
    seenIn: 'Adyen/adyen-ruby-api-library#108',
    file: 'lib/adyen/signature.ts',
    changes: [
      [
        "inOrder(fields).join(':')",
        "inOrder(fields).map((field) => field.replaceAll('\\\\', '\\\\\\\\').replaceAll(':', '\\\\:')).join(':')",
      ],
    ],
    noticedBy: {
      file: 'lib/adyen/signature.test.ts',
      test: 'a reference with a colon and a backslash, which are not escaped is signed as Adyen signs it',
    },
  },
  {
    name: 'a missing amount is taken for 0',
    seenIn: "CANCELLATION without an amount, in Salesforce's migration guide",
    file: 'lib/adyen/meaning.ts',
    changes: [
      [
        'minor: news.amount.value } : null',
        "minor: news.amount.value } : { currency: 'KRW', minor: 0 }",
      ],
    ],
    noticedBy: { file: notificationTests, test: 'a missing amount stays missing and is not zero' },
  },
  {
    name: 'won are sent times 100',
    seenIn: 'saleor/storefront#549',
    file: 'lib/adyen/client.ts',
    changes: [['({ currency, value: minor })', '({ currency, value: minor * 100 })']],
    noticedBy: {
      file: 'lib/adyen/client.test.ts',
      test: '/payments carries what KakaoPay needs, and nothing about the person',
    },
  },
  {
    name: '704 is shown as failed',
    seenIn: 'Adyen/adyen-magento2#1166; odoo/odoo#238688',
    file: 'lib/flows/payment/finish-payment.ts',
    changes: [["isVain ? 'broken' : null", "'broken'"]],
    noticedBy: { file: publicBugs, test: 'odoo/pull/238688: 704 is not a refusal' },
  },
  {
    name: 'the return needs a cookie',
    seenIn: 'Adyen/adyen-prestashop#286',
    file: 'app/api/return/[attempt]/route.ts',
    changes: [
      [
        '  const back = await finishPayment(deps(), token, redirectResult)\n',
        "  if (request.headers.get('cookie') === null) return missingPage()\n" +
          '  const back = await finishPayment(deps(), token, redirectResult)\n',
      ],
    ],
    noticedBy: {
      file: 'app/api/return/[attempt]/route.test.ts',
      test: 'a return without a cookie leads to the result, and gives its address to nobody',
    },
  },
  {
    name: 'all attempts share one reference',
    seenIn: 'Adyen/adyen-sapcommercecloud#74',
    file: 'lib/flows/payment/store-attempt.ts',
    changes: [['`${row.number}-${number}-${deps.newId().slice(0, 6)}`', 'row.number']],
    noticedBy: {
      file: publicBugs,
      test: 'sapcommercecloud/pull/74: every attempt has a reference of its own',
    },
  },
  {
    name: 'a refund is done when Adyen has received it',
    seenIn: 'killbill/killbill-adyen-plugin#1; Adyen/adyen-magento#631',
    file: 'lib/flows/order/ask-refund.ts',
    changes: [["'failed' : 'received'", "'failed' : 'done'"]],
    noticedBy: {
      file: 'lib/flows/payment/asking-adyen.test.ts',
      test: 'money that Adyen has promised to give back is not back',
    },
  },
  {
    name: 'stock is given back twice',
    seenIn: 'Adyen/adyen-magento2#597, #436, #1776',
    file: 'lib/flows/record.ts',
    changes: [['      pieces: count,', '      pieces: count > 0 ? 2 * count : count,']],
    noticedBy: {
      file: publicBugs,
      test: 'magento2/pull/597, /436, /1776: stock is given back once',
    },
  },
  {
    name: 'a late success is ignored',
    seenIn: 'Adyen/adyen-magento2#607, #717, #1631, #3313',
    file: 'lib/core/order.ts',
    changes: [
      [
        'return decideMoney(order, fact, stock)',
        "return statusOf(order).status === 'cancelled' ? [] : decideMoney(order, fact, stock)",
      ],
    ],
    noticedBy: {
      file: core,
      test: 'a success after a failure pays the order when its stock can still be had',
    },
  },
  {
    name: 'a late refusal is obeyed',
    seenIn: 'Adyen/adyen-shopware5#141; Adyen/adyen-shopware6#352',
    file: 'lib/core/order.ts',
    changes: [
      [
        `return order.payments.some((received) => received.payment === fact.payment)
        ? []
        : climb(attemptOf(order, fact.attempt), 'failed')`,
        `return ${AN_END}`,
      ],
    ],
    noticedBy: { file: core, test: 'a refusal after the money changes nothing about a paid order' },
  },
  {
    name: 'dispute news that names no payment is thrown away',
    seenIn: 'Adyen/adyen-magento2#3316',
    file: 'lib/flows/notification/find-money-target.ts',
    changes: [['named || payment ? named : await findAttemptByReference(tx, reference)', 'named']],
    noticedBy: {
      file: moneyBack,
      test: 'a dispute takes the money, and brings it back when it is reversed',
    },
  },
  {
    name: 'a refund of a part that failed is asked for as all that is left',
    seenIn: 'this shop, before wishes',
    file: 'lib/core/wish.ts',
    changes: [['Math.min(openOf(order, wish), left)', 'left']],
    noticedBy: {
      file: books,
      test: 'what failed is asked for again for its own amount, and counted within its wish',
    },
  },
  {
    name: 'a refund made in the Customer Area waits for ever',
    seenIn: 'Adyen/adyen-magento#456; this shop, before its books',
    file: 'lib/flows/notification/find-money-target.ts',
    changes: [
      [
        "return { kind: 'refund_elsewhere', refund: storedRefundId(refundPsp), payment, amount, rung }",
        "return 'unknown_refund'",
      ],
    ],
    noticedBy: {
      file: moneyBack,
      test: 'a refund made in the Customer Area enters the order, and is not asked for again',
    },
  },
  {
    name: 'a cancellation asks for what went back already',
    seenIn: 'this shop, before its books',
    file: 'lib/core/order.ts',
    changes: [
      [
        'return order.cancelledBy && kept\n',
        'return order.cancelledBy && kept && refundable(order).minor > 0\n',
      ],
      [
        "giveBack(order, kept.payment, refundable(order), 'order_cancelled')",
        "giveBack(order, kept.payment, kept.amount, 'order_cancelled')",
      ],
    ],
    noticedBy: { file: books, test: 'a cancellation asks for the rest alone' },
  },
]
