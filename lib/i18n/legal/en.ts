import type { LegalTexts } from './shape'

/** The same for readers of English. The Korean texts govern. */
export const legalEn: LegalTexts = {
  template: {
    heading: 'This is a template',
    text: 'This document is a template. Before anything is sold for real, a lawyer has to check it and it has to be changed to what the shop really does.',
  },
  governs: 'This is a translation for your convenience. Where it differs, the Korean text governs.',
  contents: 'Contents',
  changed: 'Last changed on {date}',
  others: 'Please read as well',
  documents: {
    terms: {
      title: 'Terms of sale',
      lead: 'What we promise each other when you buy at Norang.',
      changed: '2026-11-30',
      sections: [
        {
          id: 'purpose',
          heading: 'Article 1. Purpose',
          blocks: [
            'These terms say which rights and duties you and {name} (“the seller”) have when you order at the online shop Norang (“the shop”).',
            'The seller sells every product itself as a mail-order business. It does not act as a broker for others, and answers for orders, delivery and refunds itself.',
          ],
        },
        {
          id: 'seller',
          heading: 'Article 2. The seller',
          blocks: [
            {
              table: {
                caption: 'Who sells',
                head: ['Detail', 'Value'],
                rows: [
                  ['Company', '{name}'],
                  ['Representative', '{representative}'],
                  ['Business registration number', '{registration}'],
                  ['Mail-order registration number', '{mailOrder}'],
                  ['Address', '{address}'],
                  ['Phone', '{phone}'],
                  ['Email', '{email}'],
                ],
              },
            },
          ],
        },
        {
          id: 'changes',
          heading: 'Article 3. Where these terms are, and how they change',
          blocks: [
            'The seller links to these terms at the foot of every page of the shop.',
            'A change is announced 7 days before it applies, with its reason; one that is to your disadvantage 30 days before.',
            'Changed terms apply only to contracts made after that day. Your earlier orders keep the terms of the day on which you ordered.',
          ],
        },
        {
          id: 'ordering',
          heading: 'Article 4. Order and contract',
          blocks: [
            'You can order without an account. It goes like this:',
            {
              steps: [
                'Put products into the cart, and say who receives them and where.',
                'Check products, quantities, delivery fee and the amount to pay on the checkout page, and agree.',
                'Press the pay button and approve the payment on the page of the payment method.',
              ],
            },
            'The contract is made when the payment is confirmed and the seller has told you so, on the order page and by email.',
            'Subscriptions are for customers who have signed in. From the second delivery on, order and payment happen on each payment day, as article 5 says.',
            'Where stock is short or a price is clearly wrong, the seller may decline the order. Whatever you paid is then given back in full.',
          ],
        },
        {
          id: 'price',
          heading: 'Article 5. Prices and payment',
          blocks: [
            'Prices are in Korean won and include VAT where it is due; fresh food and books may be free of it. The delivery fee is shown on the checkout page before you pay; the amounts are under [Delivery](/delivery).',
            'You can pay with KakaoPay. The payment is processed by Adyen N.V. What is sent abroad for it is told in the [privacy policy](/privacy#abroad).',
            'The seller neither receives nor keeps your KakaoPay password or any card number.',
            'If you agree to a subscription, or to having your KakaoPay saved, the saved KakaoPay is charged without a payment page, and only for what you agreed to. A subscription is charged at the interval and the price that you agreed to; we email you three days before.',
            'On your account page you can pause or cancel a subscription at any time, and remove the saved KakaoPay. A higher price needs your consent, for which we ask at least 7 days before; without it the higher price is not charged and the subscription ends.',
            'An order whose payment is not confirmed is cancelled by itself when its time is over. Money that arrives later revives the order if there is stock, and is otherwise given back in full.',
          ],
        },
        {
          id: 'delivery',
          heading: 'Article 6. Delivery',
          blocks: [
            'Where we deliver, how long it takes and what it costs is told under [Delivery](/delivery). If it takes longer, we email you why, and until when.',
            'Until the goods are in your hands, loss and damage are the seller’s.',
          ],
        },
        {
          id: 'withdrawal',
          heading: 'Article 7. Cancelling and withdrawing',
          blocks: [
            'You may withdraw from the contract (return the goods) within 7 days of receiving them. How, the exceptions, the cost and when you get your money are told under [Cancelling, returns and refunds](/returns).',
            'A contract that a minor made without the consent of a legal representative may be cancelled by either of them.',
          ],
        },
        {
          id: 'safety',
          heading: 'Article 8. Safe purchase',
          blocks: [
            'Where article 24 of the Act on the Consumer Protection in Electronic Commerce asks for a purchase safety service for goods that are paid in advance, the seller has one and names it here. [For the seller to fill in: its name and how to verify it, or why none is needed]',
          ],
        },
        {
          id: 'duties',
          heading: 'Article 9. What both of us keep to',
          blocks: [
            'The seller describes its products truthfully, sends what was ordered, and handles personal data as the [privacy policy](/privacy) says.',
            'You give true details for order and delivery, and do not use other people’s means of payment or personal data without permission.',
          ],
        },
        {
          id: 'disputes',
          heading: 'Article 10. Complaints and disputes',
          blocks: [
            'Please tell us what is wrong: {phone} or {email}. Within 3 working days we tell you how it stands.',
            'What we cannot settle between us you may bring to the Korea Consumer Agency (call 1372 in Korea) or to the Electronic Commerce Mediation Committee.',
            'Korean law applies to these terms and to the contract. Lawsuits go to the court that the Civil Procedure Act names.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Privacy policy',
      lead: 'Which personal data we ask for and why, how long we keep it, and whom we send it to.',
      changed: '2026-12-01',
      sections: [
        {
          id: 'items',
          heading: '1. What we collect, and what for',
          blocks: [
            'Under the Personal Information Protection Act, {name} asks only for what is needed. We collect no resident registration number or other unique identifier, and no sensitive data.',
            {
              table: {
                caption: 'Personal data that we collect',
                head: ['When', 'What', 'What for', 'On which ground'],
                rows: [
                  [
                    'Ordering',
                    'Name, email, phone, postcode, address, detailed address, delivery note (optional)',
                    'Keeping the contract, delivery, news about the order',
                    'Making and keeping a contract (article 15 (1) 4)',
                  ],
                  [
                    'Paying',
                    'Order number, amount, payment method, result and transaction number',
                    'Confirming payments, refunds, records that the law asks for',
                    'Keeping a contract, legal duty',
                  ],
                  [
                    'Saving KakaoPay (if you like)',
                    'A number for each customer, the number of the saved method and when it was saved, what you agreed to',
                    'Payment of subscriptions and of buying again',
                    'Consent, keeping the contract',
                  ],
                  [
                    'Asking for a return',
                    'The reason that you give',
                    'Handling return and refund',
                    'Keeping a contract, legal duty',
                  ],
                  [
                    'Your account (optional)',
                    'Email, kind of browser and time of each sign-in; with Kakao, your Kakao member number',
                    'Knowing that it is you, showing your orders',
                    'Making and keeping a contract (article 15 (1) 4)',
                  ],
                  [
                    'Visiting',
                    'A cookie that recognises this browser, access records (IP address)',
                    'Keeping your cart, recognising the browser that ordered, preventing abuse',
                    'Keeping a contract, legitimate interest',
                  ],
                ],
              },
            },
            'We use personal data neither for advertising nor to analyse visitors.',
          ],
        },
        {
          id: 'retention',
          heading: '2. How long we keep it',
          blocks: [
            'We delete data without delay once its purpose is reached. What the law tells us to keep is kept apart from the rest for that long.',
            {
              table: {
                caption: 'Records kept by law',
                head: ['Record', 'For', 'On which ground'],
                rows: [
                  [
                    'Contracts and withdrawals',
                    '5 years',
                    'E-Commerce Act, Enforcement Decree, article 6',
                  ],
                  [
                    'Payments and deliveries',
                    '5 years',
                    'E-Commerce Act, Enforcement Decree, article 6',
                  ],
                  [
                    'Complaints and disputes',
                    '3 years',
                    'E-Commerce Act, Enforcement Decree, article 6',
                  ],
                  [
                    'Books and vouchers for taxes',
                    '5 years',
                    'Framework Act on National Taxes, article 85-3',
                  ],
                  [
                    'Access records',
                    '3 months',
                    'Protection of Communications Secrets Act, Enforcement Decree, article 41',
                  ],
                ],
              },
            },
          ],
        },
        {
          id: 'sharing',
          heading: '3. Who else receives it',
          blocks: [
            'Nobody, except where the law says so and in these cases:',
            {
              table: {
                caption: 'Third parties and processors',
                head: ['Who', 'Does what', 'Receives', 'For how long'],
                rows: [
                  [
                    'Adyen N.V.',
                    'Processes payments and refunds',
                    'What is listed under [4. Abroad](/privacy#abroad)',
                    'As long as it says there',
                  ],
                  [
                    'Kakaopay Corp.',
                    'Approves payments and refunds',
                    'What is listed under [4. Abroad](/privacy#abroad)',
                    'As long as it says there',
                  ],
                  [
                    '[For the seller to fill in: the carrier]',
                    'Delivers and collects returns',
                    'Name, phone, address, delivery note',
                    'Until it is delivered',
                  ],
                  [
                    '[For the seller to fill in: hosting and mail companies]',
                    'Run the servers, send mails',
                    'What is listed under 1',
                    'Until the contract with them ends',
                  ],
                ],
              },
            },
            {
              whereAddressesAreFound:
                'If you search for your address, our server sends what you type into the search, and nothing else, to the address service of the Ministry of the Interior and Safety (business.juso.go.kr): no name, no way to reach you, no access records. If you type your address yourself, nothing is sent there.',
            },
          ],
        },
        {
          id: 'abroad',
          heading: '4. Payment data that goes abroad',
          blocks: [
            'When you pay with KakaoPay, what the payment needs leaves the Republic of Korea. It is processed on our behalf in order to keep the contract with you, and we tell you so here under article 28-8 (1) 3 of the Personal Information Protection Act.',
            {
              table: {
                caption: 'Who receives it',
                head: ['Detail', 'Adyen N.V. (abroad)', 'Kakaopay Corp. (in Korea)'],
                rows: [
                  ['Country', 'The Netherlands', 'Republic of Korea'],
                  [
                    'Contact',
                    'Simon Carmiggeltstraat 6-50, 1011 DJ Amsterdam, dpo@adyen.com',
                    '166 Pangyoyeok-ro, Bundang-gu, Seongnam-si, Gyeonggi-do, customer service 1644-7405',
                  ],
                  [
                    'Items',
                    'Order number, amount and currency, payment method, language and country of the page, the address to return to, the result of the payment. On the way to the payment page: the IP address and device details that your browser sends. For a refund: transaction number and amount. When KakaoPay is saved: a number for each customer, and the number of the saved method',
                    'Order number, amount and name of the seller, as Adyen N.V. passes them on. What you type on KakaoPay’s own pages',
                  ],
                  [
                    'Purpose',
                    'Processing payments and refunds, preventing fraud, legal duties',
                    'Identifying you, approving payments and refunds, legal duties',
                  ],
                  [
                    'When and how',
                    'When you press the pay button, on the payment days that you agreed to, when the saved KakaoPay pays or is removed, and at every refund, over an encrypted connection (HTTPS)',
                    'On the way to the payment page and at every refund, over an encrypted connection (HTTPS)',
                  ],
                  [
                    'Kept',
                    'Until payment and refunds are done; longer where financial law says so',
                    'As long as the Electronic Financial Transactions Act and others say (5 years for transaction records)',
                  ],
                ],
              },
            },
            'Your name, email, phone and address are not sent to Adyen N.V. or KakaoPay when you pay.',
            'How to refuse: do not press the pay button, and nothing is sent. Automatic payments end when you cancel the subscription or remove the saved KakaoPay on your account page. After a payment, tell us at {email}.',
            'What follows: we cannot process the payment, so you cannot order in this shop. An order that is already paid is cancelled and refunded first, then nothing more is sent. Looking around the shop stays as it is.',
          ],
        },
        {
          id: 'cookies',
          heading: '5. Cookies',
          blocks: [
            'When you put something into the cart, we keep one cookie named norang for a year. It holds nothing but a number that cannot be guessed, and ties cart and orders to this browser. Signing in changes the number; signing out deletes it, with the cart and what you typed.',
            'When you sign in, we keep norang.sign_in with the email that you typed for 15 minutes, and norang.session_token, which remembers that you are signed in, for a month. Signing out deletes it. While a code is on its way, norang.challenge ties it to this browser for 10 minutes. For a year, also after signing out, norang.known keeps fingerprints of the addresses that signed in here, and not the addresses, so that nobody else can keep you from getting a code. While you are away to sign in with Kakao, we keep norang.state for 5 minutes.',
            'When you come back from paying in another browser than the one that ordered, we keep norang.back there for 30 days, with the numbers of the five newest such orders, so that you can cancel or return them there. Signing out deletes it.',
            'When you look for an order or ask for a return and something has to be looked at again, we keep what you typed in norang.find or norang.claim for 15 minutes. It is deleted once you are done.',
            'We use no advertising or analytics cookies, and no other company’s scripts.',
            'You can delete or block cookies in your browser’s settings. Without it there is no cart.',
          ],
        },
        {
          id: 'rights',
          heading: '6. Your rights',
          blocks: [
            'You and your legal representative may at any time ask us to',
            {
              list: [
                'show you your personal data',
                'correct it',
                'delete it',
                'stop using it, or take back a consent',
              ],
            },
            'Write to {email} or call {phone}. Once we know that it is you, we answer within 10 days. Records that the law tells us to keep are deleted afterwards.',
            'We do not collect personal data of children under 14.',
          ],
        },
        {
          id: 'deletion',
          heading: '7. How we delete',
          blocks: [
            'Data whose time is over is deleted within 5 days: files so that they cannot be restored, paper by shredding or burning.',
          ],
        },
        {
          id: 'safety',
          heading: '8. How we protect it',
          blocks: [
            {
              list: [
                'Every connection is encrypted, and few people can see the data.',
                'Somebody else who holds the link of your order page sees name, contact and address masked.',
                'Names, contacts and addresses are not written into logs.',
              ],
            },
          ],
        },
        {
          id: 'officer',
          heading: '9. Privacy officer',
          blocks: [
            {
              table: {
                caption: 'Privacy officer',
                head: ['Detail', 'Value'],
                rows: [
                  ['Name', '{representative} (representative)'],
                  ['Phone', '{phone}'],
                  ['Email', '{email}'],
                ],
              },
            },
          ],
        },
        {
          id: 'remedies',
          heading: '10. If your rights were violated',
          blocks: [
            'These offices advise you and settle disputes (numbers within Korea):',
            {
              list: [
                'Personal Information Dispute Mediation Committee: 1833-6972, [www.kopico.go.kr](https://www.kopico.go.kr)',
                'Personal Information Infringement Report Centre: 118, [privacy.kisa.or.kr](https://privacy.kisa.or.kr)',
                'Supreme Prosecutors’ Office: 1301, [www.spo.go.kr](https://www.spo.go.kr)',
                'National Police Agency: 182, [ecrm.police.go.kr](https://ecrm.police.go.kr)',
              ],
            },
          ],
        },
        {
          id: 'changes',
          heading: '11. Changes of this policy',
          blocks: [
            'A change is announced on this page 7 days before it applies. This policy applies from the day of its last change, above.',
          ],
        },
      ],
    },
    delivery: {
      title: 'Delivery',
      lead: 'What delivery costs and how long it takes, also to Jeju and the islands.',
      changed: '2026-11-24',
      sections: [
        {
          id: 'fees',
          heading: 'What it costs',
          blocks: [
            'The fee depends on what your goods cost together and on where they go. You see it on the checkout page before you pay.',
            {
              table: {
                caption: 'Delivery fee of one order',
                head: ['Where it goes', 'Under {freeFrom}', '{freeFrom} and more'],
                rows: [
                  ['Mainland', '{fee}', 'Free'],
                  ['Jeju', '{jejuBelow}', '{jeju}'],
                  ['Other islands', '{islandBelow}', '{island}'],
                ],
              },
            },
            'The postcode decides whether it is an island. The surcharge for Jeju and the islands is also due when delivery is free.',
          ],
        },
        {
          id: 'time',
          heading: 'How long it takes',
          blocks: [
            'Once the payment is confirmed we usually send within 1 or 2 working days. It then arrives within a day or two; Jeju and the islands may take 2 or 3 days more.',
            'At the latest we start sending within 3 working days of receiving your payment. If it takes longer we email you, and cancel the order if you wish.',
          ],
        },
        {
          id: 'area',
          heading: 'Where and how we deliver',
          blocks: [
            'By parcel service everywhere in the Republic of Korea. We do not send abroad.',
            'When it leaves us, we email you the tracking number. It is on your order page as well; if you have lost the link, [find your order](/orders/find).',
          ],
        },
        {
          id: 'address',
          heading: 'Changing the address',
          blocks: [
            'As long as nothing has been sent, tell us: {phone} or {email}. Or cancel on the order page and order again.',
          ],
        },
        {
          id: 'damage',
          heading: 'Damaged, or never arrived',
          blocks: [
            'Until the goods are in your hands, damage and loss are the seller’s. Send us a picture, and we send it again or give all of your money back. See also [Cancelling, returns and refunds](/returns).',
          ],
        },
      ],
    },
    returns: {
      title: 'Cancelling, returns and refunds',
      lead: 'You can return goods within 7 days of receiving them. When and how your money comes back.',
      changed: '2026-12-01',
      sections: [
        {
          id: 'cancel',
          heading: 'Cancelling before it is sent',
          blocks: [
            'As long as nothing has been sent, “Cancel order” on your order page cancels at once, in the browser that ordered or with your account; elsewhere we mail you a link for it, to the address of the order. You get back all that you paid, delivery included.',
            'Single goods that have not been sent yet can be cancelled there as well. You get back what you paid for them. If delivery was free and by what you cancel the order comes to less than {freeFrom}, the fee of {fee} for bringing the rest is kept of that, once. Nothing is kept for what we cannot send.',
          ],
        },
        {
          id: 'withdrawal',
          heading: 'Returning within 7 days (withdrawal)',
          blocks: [
            'Within 7 days of receiving the goods you may return them without giving a reason.',
            'If they are not what was described or agreed, you may return them within 3 months of receiving them, and within 30 days of the day on which you knew it or could have known it.',
            'The day on which you received them is not counted. A last day that is a Saturday, a Sunday or a public holiday is followed by one more, and what you ordered together is counted from its last parcel.',
          ],
        },
        {
          id: 'how',
          heading: 'How to ask for a return',
          blocks: [
            {
              steps: [
                'Open your order page with “View order” in the confirmation mail. Without the link, [find your order](/orders/find).',
                'Ask for a return on the order page, of all or some of the goods, and tell us why.',
                'We email you the day on which they are collected. Please pack them as they came.',
              ],
            },
            'A call to {phone} or a mail to {email} counts just as much. Address for returns: {address}',
          ],
        },
        {
          id: 'cost',
          heading: 'What a return costs',
          blocks: [
            {
              table: {
                caption: 'Who pays for a return',
                head: ['Reason', 'Who pays', 'How much'],
                rows: [
                  [
                    'You changed your mind',
                    'You',
                    'Sending it back: {fee} (Jeju {jejuBelow}, other islands {islandBelow})',
                  ],
                  ['Defective, damaged, wrong, or not as described', 'The seller', 'Nothing'],
                ],
              },
            },
            'If you change your mind, what you keep costs less than {freeFrom}, and delivery was free only because of what you return, the fee of {fee} for bringing it may be kept as well, once.',
            'We ask for no penalty or damages. The mail about the collection says how to pay for sending it back.',
          ],
        },
        {
          id: 'exceptions',
          heading: 'What cannot be returned',
          blocks: [
            'Under article 17 (2) of the Act on the Consumer Protection in Electronic Commerce the following cannot be returned. If the goods are defective or not as described, they can be returned even so.',
            {
              list: [
                'Goods that were lost or damaged through your fault. Opening the packaging to look at them is not meant by this.',
                'Goods that lost much of their value because they were used or partly consumed (such as opened food, a candle that was lit, a soap that was used).',
                'Goods that lost so much of their value with time that they can hardly be sold again (such as food that keeps for a short time only).',
                'Goods made to your order, if we told you so before and you agreed.',
              ],
            },
          ],
        },
        {
          id: 'refund',
          heading: 'Your money',
          blocks: [
            'We give it back within 3 working days of receiving the returned goods, and for orders cancelled before they were sent within 3 working days of the cancellation.',
            'It goes back to what you paid with. Depending on what is connected to your KakaoPay, it may take a few days more until you see it.',
            'If the seller is late with it, 15% interest a year is added for the days of delay.',
            'If you were charged twice, or for an order that was cancelled, you get all of that back without asking.',
          ],
        },
        {
          id: 'exchange',
          heading: 'Exchanges',
          blocks: [
            'Defective or wrong goods are exchanged for the right ones at the seller’s cost. If you would like something else, please return them and order anew.',
          ],
        },
        {
          id: 'contact',
          heading: 'If you need help',
          blocks: [
            '{name}, phone {phone}, email {email}',
            'If we cannot settle it, the Korea Consumer Agency helps (call 1372 in Korea).',
          ],
        },
      ],
    },
  },
}
