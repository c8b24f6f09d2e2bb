import type { ko } from './ko'
import type { Shape } from './shape'

export const en = {
  shop: {
    name: 'Norang',
    title: 'Norang · sunlight in a jar',
    description: 'Yuja preserve from Goheung, ordered in a minute and paid with KakaoPay.',
    demo: 'Demonstration shop: no money moves',
    footer: 'Norang is a small shop that puts what ripened in the southern sun into jars.',
  },
  page: {
    skip: 'Skip to the content',
    menu: 'Main menu',
    cart: 'Cart',
    language: '한국어',
  },
  home: {
    heading: 'Winter sun,\nkept in a jar',
    lead: 'After the first frost yuja smells its best. We slice it thin, peel and all, and lay it in sugar. Add hot water, and the whole house smells of it.',
    products: 'On the shelf now',
    look: 'Have a look',
  },
  product: {
    quantity: 'Quantity',
    add: 'Add to cart',
    soldOut: 'Sold out. As soon as there is more, you can order it here.',
    pay: 'You can pay with KakaoPay.',
  },
  cart: {
    heading: 'Cart',
    empty: 'Your cart is empty.',
    emptyHint: 'What you put aside will wait for you here.',
    quantityOf: 'Quantity of {product}',
    change: 'Change',
    changeOf: 'Change the quantity of {product}',
    remove: 'Remove',
    removeOf: 'Remove {product}',
    each: '{price} each',
    onlyLeft: 'Only {count} left right now. Please lower the quantity.',
    noneLeft: 'This has just sold out. Please remove it from your cart.',
    total: 'Total',
    checkout: 'Checkout',
    continueShopping: 'Continue shopping',
    problem: {
      empty_cart:
        'Your cart is empty, so there is nothing to order yet. Please add something first.',
      sold_out: 'There are not enough left for this order. Nothing was charged.',
      unknown_product: 'We could not find this product. It may no longer be on sale.',
    },
  },
  checkout: {
    heading: 'Your order',
    contact: 'Who it is for',
    delivery: 'Where it goes',
    optional: 'Optional',
    field: {
      name: 'Name',
      email: 'Email',
      phone: 'Phone',
      postcode: 'Postcode',
      address: 'Address',
      addressDetail: 'Detailed address',
      deliveryNote: 'Delivery note',
    },
    hint: {
      email: 'We send the confirmation here.',
      phone: 'A Korean mobile number, such as 010-1234-5678',
      postcode: 'Five digits',
    },
    mistake: {
      name: {
        missing: 'Please enter your name.',
        invalid: 'The name can have up to 100 characters.',
      },
      email: {
        missing: 'Please enter your email.',
        invalid: 'Please check the email address, such as minji@example.com.',
      },
      phone: {
        missing: 'Please enter your mobile number.',
        invalid: 'Please check the mobile number, such as 010-1234-5678.',
      },
      postcode: {
        missing: 'Please enter the postcode.',
        invalid: 'A Korean postcode has five digits.',
      },
      address: {
        missing: 'Please enter the address.',
        invalid: 'The address can have up to 300 characters.',
      },
      addressDetail: {
        missing: 'Please enter the detailed address.',
        invalid: 'The detailed address can have up to 300 characters.',
      },
      deliveryNote: {
        missing: 'Please enter a delivery note.',
        invalid: 'The delivery note can have up to 500 characters.',
      },
      method: {
        missing: 'Please choose how to pay.',
        invalid: 'This payment method is not available now. Please choose another.',
      },
      agreement: {
        missing: 'Please read and accept the terms.',
        invalid: 'Please read and accept the terms.',
      },
    },
    problem: {
      fields: 'Some of what you entered needs a second look. Nothing has been charged.',
      changed:
        'Your order changed in the meantime, so this page is fresh. Please check it and the amount, then pay again.',
      sold_out: 'There are not enough left. Nothing was charged. Please look at your cart.',
      stale:
        'This page was out of date, so it is fresh now. Please check it, then pay again. Nothing was charged.',
    },
    method: 'Payment method',
    noMethods: 'We cannot take payments right now. Please come back in a little while.',
    agreement: 'I agree to the terms and to this purchase',
    summary: 'What you are buying',
    total: 'To pay',
    next: 'The button takes you to {method}, where you approve the payment. Then you come back here and see the result.',
    nextAny:
      'The button takes you to the payment method you chose, where you approve the payment. Then you come back here and see the result.',
    pay: 'Pay {amount}',
    paying: 'Taking you to {method}…',
    payingAny: 'Taking you to the payment page…',
  },
  method: {
    kakaopay: 'KakaoPay',
    kcp_naverpay: 'Naver Pay',
    kcp_payco: 'PAYCO',
    kcp_creditcard: 'Card',
  },
  step: {
    view_order: 'View order',
    continue_shopping: 'Continue shopping',
    try_again: 'Try again',
    other_method: 'Choose another payment method',
    cancel_order: 'Cancel order',
    continue_to: 'Continue to {method}',
    busy: 'One moment…',
  },
  result: {
    order: 'Order {number}',
    total: 'Amount',
    next: 'What you can do next',
    heading: {
      approved: 'Payment successful',
      left: 'Payment cancelled',
      broken: 'Something went wrong with your payment',
      waiting: 'We received your order',
      refused: 'Payment refused',
      unknown: 'We are confirming your payment',
      timed_out: 'Payment cancelled',
    },
    explain: {
      approved: 'Thank you. Your confirmation is on its way by email.',
      left: 'You came back without paying. Do you want to go on with this order, or pay in another way?',
      broken:
        'There was an error while your payment was processed. You can try again, or choose another payment method.',
      waiting:
        'We have your order and are waiting for the payment to be completed. This page and an email will tell you, so there is no need to pay again.',
      refused: 'The payment was not approved. Please pay with another payment method.',
      unknown:
        'We do not have the result yet and keep asking for it. Please do not pay again: this page and an email will tell you.',
      timed_out:
        'The payment was not finished in time, so it was cancelled. Paying again brings the order back.',
    },
    noAnswer:
      '{method} did not answer. Nothing was charged. You can go on from this page as soon as the answer is here.',
    readyToContinue:
      'The payment has not been made yet, and nothing was charged. Please go on with the button below.',
  },
  order: {
    heading: 'Order {number}',
    placedAt: 'Placed on {when}',
    contents: 'What you ordered',
    quantity: '× {count}',
    total: 'Total',
    delivery: 'Contact and delivery',
    masked:
      'Some details are hidden to protect your privacy. Open this page in the browser that placed the order to see them.',
    deliveryNote: 'Delivery note',
    pay: 'Pay for this order',
    payHint: 'Choose a payment method to go on with this order.',
    noMethods: 'We cannot take payments right now. Please come back in a little while.',
    cancel: 'Changed your mind?',
    cancelUnpaid: 'Nothing has been paid yet, so it is cancelled at once.',
    cancelPaid: 'It has not been sent yet. If you cancel, you get all of your money back.',
    status: {
      awaiting_payment: 'Waiting for your payment',
      confirming: 'We are confirming your payment',
      paid: 'Paid',
      refunded: 'All of your money was given back',
      payment_failed: 'The payment failed and the order was cancelled',
      timed_out: 'The payment timed out and the order was cancelled',
      by_shopper: 'You cancelled this order',
      by_merchant: 'The shop cancelled this order',
    },
    explain: {
      awaiting_payment: 'We start packing as soon as it is paid.',
      confirming: 'This page changes by itself when we know. There is no need to pay again.',
      paid: 'We will pack it with care and send it to you.',
      refunded: 'It can take a few days until you see the money.',
      payment_failed: 'If any money was taken, all of it goes back. You can pay again if you like.',
      timed_out: 'If any money was taken, all of it goes back. You can pay again if you like.',
      by_shopper: 'If anything was paid, you get all of it back.',
      by_merchant: 'If anything was paid, you get all of it back.',
    },
    refunded: '{amount} has been given back so far.',
    problem: {
      changed: 'The order changed in the meantime. Please have a look at where it stands.',
      method: 'Please choose how to pay.',
    },
  },
  continue: {
    heading: 'Taking you to {method}',
    explain: 'If nothing happens, press the button below. Nothing has been charged yet.',
  },
  notFound: {
    heading: 'There is no such page',
    explain: 'It may have moved or is no longer here. Please check the address.',
    home: 'To the start',
  },
} as const satisfies Shape<typeof ko>
