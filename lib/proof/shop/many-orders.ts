import type { Pool } from 'pg'
import { findingWords } from '@/lib/db/desk/order-words'

/* A shop that has sold for two years, filled by statements: lists are measured on it, nothing is lived in it. */

const PEOPLE = 3_000
const families = [...'김김김김이이이박박최정강조윤장임한오서신권']
const given = [
  '민준',
  '서연',
  '도윤',
  '하은',
  '지호',
  '수아',
  '예준',
  '지민',
  '영희',
  '길동',
  '은별',
  '가람',
]
const cities = [
  '서울특별시',
  '서울특별시',
  '경기도',
  '경기도',
  '부산광역시',
  '대구광역시',
  '제주특별자치도',
  '강원특별자치도',
]
const districts = [
  '중구',
  '강남구',
  '서초구',
  '마포구',
  '수원시',
  '성남시',
  '해운대구',
  '달서구',
  '서귀포시',
  '춘천시',
]
const roads = [
  '세종대로',
  '테헤란로',
  '반포대로',
  '월드컵로',
  '정조로',
  '판교로',
  '해운대로',
  '달구벌대로',
  '중앙로',
  '시청길',
]
const goods = [
  ['yuja-preserve', '고흥 유자청', 'Goheung yuja preserve'],
  ['brass-bowl', '방짜 유기 대접', 'Hand-beaten brass bowl'],
  ['chamoe-soap', '참외 비누', 'Korean melon soap'],
] as const

const pick = <T>(all: readonly T[], n: number): T => {
  const found = all[n % all.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

function person(n: number) {
  const name = `${pick(families, n)}${pick(given, Math.floor(n / 7))}`
  const email = `buyer${n}@example.com`
  const postcode = String(10_000 + (n % 50_000))
  const street = pick(roads, Math.floor(n / 3))
  const address = `${pick(cities, n)} ${pick(districts, Math.floor(n / 5))} ${street} ${(n % 400) + 1}`
  const addressDetail = `${(n % 30) + 1}층 ${(n % 1500) + 1}호`
  const [variant, ko, en] = pick(goods, n)
  const who = { name, email, postcode, address, addressDetail }
  const words = findingWords({ ...who, phone: '', number: '-', goods: [ko, en] })
  return { n, ...who, variant, ko, en, words }
}

/** Adds so many orders, the newest now. The demonstration's goods have to be there. */
export async function fillManyOrders(pool: Pool, count: number): Promise<void> {
  await pool.query(`create table many_people (n int primary key, name text, email text, postcode text,
    address text, detail text, variant text, ko text, en text, words text[])`)
  await pool.query(
    `insert into many_people select n, name, email, postcode, address, "addressDetail", variant, ko, en,
       array(select jsonb_array_elements_text(words))
     from jsonb_to_recordset($1::jsonb) as p (n int, name text, email text, postcode text, address text,
       "addressDetail" text, variant text, ko text, en text, words jsonb)`,
    [JSON.stringify(Array.from({ length: PEOPLE }, (_, n) => person(n)))],
  )
  for (const statement of statements) await pool.query(statement.replaceAll('COUNT', String(count)))
  await pool.query('drop table many_people')
  await pool.query('analyze')
}

const statements = [
  `insert into users (id, name, email, email_verified, created_at, updated_at)
   values ('many', '', 'many@example.com', true, now(), now())`,
  `insert into shoppers (id, user_id, email, created_at) values ('many', 'many', 'many@example.com', now())`,
  `insert into subscriptions (id, shopper, plan_id, terms, customer, locale, visitor, status, created_at, updated_at)
   select 'many', 'many', id, '{}', '{}', 'ko', 'v', 'active', now(), now() from plans limit 1`,
  `insert into orders (id, number, checkout_id, visitor, locale, amount, name, email, phone, postcode, address,
     address_detail, delivery_note, status, kept, refunded, on_its_way, taken, sent, claimed, to_be_sent,
     subscription_id, period, created_at, updated_at, listed_at)
   select 'o' || i, to_char(at, 'YYYYMMDD-') || lpad(upper(to_hex(i)), 5, 'X'), 'c' || i, 'v', 'ko', amount, name, email,
     '+8210' || lpad((i * 7919 % 100000000)::text, 8, '0'), postcode, address, detail, '',
     status, case when status = 'paid' then amount - back else 0 end,
     case when status = 'refunded' then amount else back end,
     case when i % 500 = 0 then 1000 else 0 end, case when i % 5000 = 0 then 1000 else 0 end,
     sent, claimed, case when sent = 'here' and status = 'paid' then '{"x": 1}'::jsonb else '{}' end,
     case when i % 10 = 0 then 'many' end, case when i % 10 = 0 then i end, at, at, at
   from (
     select i, i * 13 % ${PEOPLE} as who, 3000 + i * 7 % 90 * 1000 as amount,
       now() - (COUNT - i) * interval '730 days' / COUNT as at,
       case when i % 1000 = 0 then 'confirming' when i % 50 = 0 then 'refunded' when i % 7 = 0 then 'cancelled'
         when i % 200 = 1 then 'awaiting_payment' else 'paid' end as status,
       case when i % 100 = 1 then 1000 else 0 end as back,
       case when i > COUNT * 0.99 then 'here' when i > COUNT * 0.98 then 'sent' when i % 400 = 3 then 'partly_sent'
         else 'delivered' end as sent,
       case when i % 2000 = 3 then 'open' when i % 2000 = 4 then 'arrived' when i % 100 = 5 then 'over' end as claimed
     from generate_series(1, COUNT) i) made
   join many_people p on p.n = who order by i`,
  `insert into order_words (order_id, words)
   select id, words || array['#' || right(phone, 4), '#' || right(phone, 8), '#010' || right(phone, 8),
     '#' || split_part(number, '-', 1), '#' || lower(split_part(number, '-', 2))]
   from orders join many_people p on p.email = orders.email where id like 'o%'`,
  `insert into order_lines (order_id, position, variant_id, name_ko, name_en, price, quantity)
   select id, 0, variant, ko, en, amount, 1
   from orders join many_people p on p.email = orders.email where id like 'o%'`,
  `insert into attempts (id, order_id, number, method, reference, idempotency_key, return_token, contents, amount, created_at, device)
   select 'a' || id, id, 1, case when amount % 31000 = 0 then 'scheme' else 'kakaopay' end, number || '-1', 'a' || id, 'a' || id, '', amount,
     created_at, case when amount % 2000 = 0 then 'Chrome, Android' else 'Safari, iPhone' end
   from orders where id like 'o%'`,
  `insert into payments (payment, attempt_id) select 'PSP' || upper(id), 'a' || id from orders where kept > 0`,
  `insert into parcels (order_id, id, carrier, tracking, at)
   select id, 'first', 'CJ대한통운', '6' || lpad(substr(id, 2), 11, '0'), created_at
   from orders where sent = 'delivered' and status = 'paid'`,
  `insert into refunds (id, order_id, payment, amount, reference, idempotency_key, created_at, psp_reference)
   select 'r' || id, id, 'PSP' || upper(id), refunded, 'r' || id, 'r' || id, created_at, 'RPSP' || upper(id)
   from orders where refunded > 0`,
]
