import type { GoodsProblem } from '@/lib/core/goods/means'
import { type LinePlaces, places } from '@/lib/core/goods/places'
import { type Order, whereIs } from '@/lib/core/order'

const placeWords = {
  on_the_shelf: 'on the shelf',
  reserved: 'put aside',
  to_be_sent: 'to be sent',
  under_way: 'under way',
  delivered: 'delivered',
  coming_back: 'coming back',
  back_in_stock: 'back in stock',
  written_off: 'written off',
  given_back_unsent: 'given back unsent',
} as const satisfies Record<keyof LinePlaces['at'], string>

/** Where the pieces are: `line 1: 2 delivered; line 2: 1 coming back`. */
export const placesText = (order: Order): string =>
  whereIs(order)
    .map(({ line, at }) => {
      const there = places.filter((place) => at[place] > 0)
      const counts = there.map((place) => `${at[place]} ${placeWords[place]}`)
      return `line ${line.id}: ${counts.join(', ')}`
    })
    .join('; ')

/** Why nothing was changed, for a person of the shop. */
export const problemWords = {
  known: 'it was said before',
  no_pieces: 'there is nothing of the kind in it',
  line_twice: 'a line was named twice',
  more_than_there_are: 'there are not so many',
  not_paid: 'it is not paid',
  nothing_kept: 'nothing that was paid for it is still yours',
  contested: 'somebody contests its payment: say why it goes all the same, with --despite "…"',
  sold_out: 'the same goods are not in stock: give the money instead',
  all_of_it: 'that is all there is: cancel the order instead',
  no_such_parcel: 'there is no such parcel',
  not_under_way: 'that parcel is not under way',
  claimed: 'somebody is giving back what was in that parcel',
  no_such_claim: 'there is no such claim',
  too_late: 'its time is over',
  only_for_faults: 'who changed their mind has no exchange',
  too_often: 'its shopper asked for too many returns of it',
  over: 'that claim is over',
  arrived: 'its goods are here already: settle it, or refuse it',
  not_arrived: 'its goods have not arrived',
  may_not_withhold: 'a way is paid only by who changed their mind and gets money',
} as const satisfies Record<GoodsProblem, string>
