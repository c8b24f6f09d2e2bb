/** The goods of the demonstration: what a shop on the simulator shows, until it has goods of its own. */
type Words = readonly [name: string, text: string]

export const collections: readonly { id: string; ko: Words; en: Words; position: number }[] = [
  {
    id: 'pantry',
    ko: ['곳간', '볕에 말리고 재우고 볶은 것들. 찬장 문을 열 때마다 남쪽 냄새가 납니다.'],
    en: [
      'Pantry',
      'Dried, roasted and put up in the sun. Open the cupboard and it smells of the south.',
    ],
    position: 1,
  },
  {
    id: 'table',
    ko: ['상차림', '밥상을 조금 더 밝게 하는 그릇과 수저. 매일 쓰라고 만들었습니다.'],
    en: ['Table', 'Bowls and spoons that make a table brighter. Made to be used every day.'],
    position: 2,
  },
  {
    id: 'home',
    ko: ['살림', '촛불, 비누, 행주, 등. 손이 자주 가는 자리에 두는 노란 것들입니다.'],
    en: ['Home', 'Candle, soap, cloth and lamp: yellow things for the places your hands go to.'],
    position: 3,
  },
  {
    id: 'paper',
    ko: ['종이', '쓰고, 부치고, 깎는 것들. 은행잎이 지기 전에 편지 한 통 어떠세요.'],
    en: [
      'Paper',
      'To write on, to send, to sharpen. One letter before the ginkgo leaves are gone?',
    ],
    position: 4,
  },
]

export type DemonstrationProduct = {
  readonly id: string
  readonly collection: string
  readonly ko: Words
  readonly en: Words
  readonly isVatFree?: true
}

export const products: readonly DemonstrationProduct[] = [
  {
    id: 'yuja-preserve',
    collection: 'pantry',
    ko: [
      '고흥 유자청',
      '겨울 첫서리가 내린 뒤 딴 고흥 유자를 껍질째 얇게 썰어 설탕에 재웠습니다. 뜨거운 물 한 잔에 두 숟가락이면 충분합니다.',
    ],
    en: [
      'Goheung yuja preserve',
      'Yuja picked in Goheung after the first frost, sliced thin with the peel and kept in sugar. Two spoons for a cup of hot water are enough.',
    ],
  },
  {
    id: 'brass-bowl',
    collection: 'table',
    ko: [
      '방짜 유기 합',
      '두드려 펴서 만든 놋그릇입니다. 뚜껑을 덮어 두면 밥이 오래 따뜻하고, 쓸수록 빛이 깊어집니다. 망치 자국은 하나하나 다릅니다.',
    ],
    en: [
      'Hand-beaten brass bowl',
      'Beaten out of one piece of brass, with a lid that keeps rice warm. The more it is used, the deeper it shines. No two have the same hammer marks.',
    ],
  },
  {
    id: 'hanji-lamp',
    collection: 'home',
    ko: [
      '치자빛 한지 등',
      '치자로 물들인 한지를 소나무 살에 발랐습니다. 켜면 방 한쪽에 해가 질 무렵이 됩니다. 전구와 두 미터 코드가 들어 있습니다.',
    ],
    en: [
      'Gardenia-dyed hanji lamp',
      'Mulberry paper dyed with gardenia on a pine frame. Switched on, it is late afternoon in that corner. Bulb and a two-metre cord included.',
    ],
  },
  {
    id: 'ginkgo-notebook',
    collection: 'paper',
    ko: [
      '은행잎 공책',
      '실로 묶어 끝까지 펼쳐지는 공책입니다. 표지의 은행잎은 해마다 가을에 새로 찍습니다. 96쪽, A5.',
    ],
    en: [
      'Ginkgo notebook',
      'Sewn, so that it lies flat to the last page. The ginkgo leaves on the cover are printed anew every autumn. 96 pages, A5.',
    ],
  },
  {
    id: 'chrysanthemum-tea',
    collection: 'pantry',
    ko: [
      '산국 꽃차',
      '가을 산기슭에서 딴 작은 국화를 쪄서 그늘에 말렸습니다. 다섯 송이를 넣으면 찻주전자 안에서 다시 핍니다. 20 g.',
    ],
    en: [
      'Wild chrysanthemum tea',
      'Small chrysanthemums from autumn hillsides, steamed and dried in the shade. Five blossoms bloom once more in the pot. 20 g.',
    ],
  },
  {
    id: 'mustard-rice-bowl',
    collection: 'table',
    ko: [
      '겨자 유약 밥그릇',
      '물레로 빚고 겨자색 유약을 두 번 입혔습니다. 흘러내린 자국이 그대로 남아 있습니다. 전자레인지와 식기세척기에 넣어도 됩니다.',
    ],
    en: [
      'Mustard-glazed rice bowl',
      'Thrown on a wheel and dipped twice in a mustard glaze, drips and all. Safe in the microwave and the dishwasher.',
    ],
  },
  {
    id: 'beeswax-candle',
    collection: 'home',
    ko: [
      '밀랍초',
      '토종벌의 밀랍을 심지에 서른 번 담가 굳혔습니다. 그을음이 적고, 타는 동안 옅은 꿀 냄새가 납니다.',
    ],
    en: [
      'Beeswax candle',
      'The wick is dipped thirty times into the wax of native bees. Little soot, and a faint smell of honey while it burns.',
    ],
  },
  {
    id: 'wild-honey',
    collection: 'pantry',
    // Honey as it comes from the hive is unprocessed food (부가가치세법 제26조).
    isVatFree: true,
    ko: [
      '지리산 토종꿀',
      '벌이 한 해 동안 모은 것을 늦가을에 한 번만 뜹니다. 체에 거르기만 하고 데우지 않았습니다. 300 g.',
    ],
    en: [
      'Jirisan wild honey',
      'What native bees gather in a year, taken once, in late autumn. Strained and never heated. 300 g.',
    ],
  },
  {
    id: 'brass-spoon-set',
    collection: 'table',
    ko: [
      '방짜 유기 수저',
      '숟가락과 젓가락 한 벌에 받침을 더했습니다. 손에 쥐면 묵직하고, 입에 닿는 끝은 얇습니다.',
    ],
    en: [
      'Brass spoon and chopsticks',
      'One spoon, one pair of chopsticks and a rest. Heavy in the hand, thin where it meets the lip.',
    ],
  },
  {
    id: 'chamoe-soap',
    collection: 'home',
    ko: [
      '참외 비누',
      '성주 참외즙과 쌀겨기름으로 만들어 여섯 주를 말렸습니다. 욕실에서 여름 원두막 냄새가 납니다. 100 g.',
    ],
    en: [
      'Korean melon soap',
      'Made with the juice of Seongju melons and rice bran oil, and dried for six weeks. The bathroom smells of summer. 100 g.',
    ],
  },
  {
    id: 'forsythia-cards',
    collection: 'paper',
    ko: [
      '개나리 엽서 묶음',
      '활판으로 눌러 찍은 개나리 엽서 여섯 장과 봉투 여섯 장입니다. 봄을 조금 일찍 부칠 수 있습니다.',
    ],
    en: [
      'Forsythia cards',
      'Six letterpress cards with forsythia and six envelopes, for sending spring a little early.',
    ],
  },
  {
    id: 'roasted-corn-tea',
    collection: 'pantry',
    ko: [
      '볶은 옥수수차',
      '강원도 메옥수수를 가마솥에 천천히 볶았습니다. 카페인이 없어 물처럼 마실 수 있습니다. 300 g.',
    ],
    en: [
      'Roasted corn tea',
      'Field corn from Gangwon, roasted slowly in an iron pot. No caffeine: drink it like water. 300 g.',
    ],
  },
  {
    id: 'jogakbo-coasters',
    collection: 'table',
    ko: [
      '조각보 찻잔 받침',
      '모시 조각을 손으로 이어 붙인 받침 넉 장입니다. 자투리를 쓰기 때문에 같은 무늬는 두 번 나오지 않습니다.',
    ],
    en: [
      'Patchwork coasters',
      'Four coasters of ramie pieces sewn together by hand. They are made of remnants, so no pattern comes twice.',
    ],
  },
  {
    id: 'gardenia-dishcloth',
    collection: 'home',
    ko: [
      '치자 물들인 행주',
      '도톰한 무명을 치자 물에 세 번 담갔습니다. 삶아도 되고, 빨수록 부드러워집니다. 두 장.',
    ],
    en: [
      'Gardenia-dyed dishcloths',
      'Thick cotton dipped three times in gardenia. They can be boiled, and get softer with every wash. Two pieces.',
    ],
  },
  {
    id: 'sorghum-broom',
    collection: 'home',
    ko: [
      '수수 탁상 빗자루',
      '수수 이삭을 노란 실로 묶은 작은 빗자루와 쓰레받기입니다. 지우개 가루와 빵 부스러기에 좋습니다.',
    ],
    en: [
      'Sorghum table broom',
      'A small broom of sorghum tied with yellow thread, and its dustpan. Good for eraser dust and crumbs.',
    ],
  },
  {
    id: 'pencil-set',
    collection: 'paper',
    ko: [
      '노랑 연필',
      '삼나무로 만든 노란 연필입니다. 아무 그림도 글자도 없어서 무엇이든 쓸 수 있습니다.',
    ],
    en: [
      'Norang pencils',
      'Yellow pencils of cedar. Nothing is printed on them, so they can write anything.',
    ],
  },
]

type Goods = {
  readonly id: string
  readonly product: string
  readonly ko: string
  readonly en: string
  readonly price: number
  readonly stock: number
  readonly position: number
}

const single = (product: string, price: number, stock: number): Goods[] => [
  { id: product, product, ko: '', en: '', price, stock, position: 1 },
]

type Choice = readonly [id: string, ko: string, en: string, price: number, stock: number]

const choice = (product: string, ...choices: Choice[]): Goods[] =>
  choices.map(([id, ko, en, price, stock], index) => ({
    id: `${product}-${id}`,
    product,
    ko,
    en,
    price,
    stock,
    position: index + 1,
  }))

/** Prices in won. */
export const variants: readonly Goods[] = [
  ...single('yuja-preserve', 15_000, 1_000),
  ...single('brass-bowl', 128_000, 12),
  ...single('hanji-lamp', 89_000, 14),
  ...choice(
    'ginkgo-notebook',
    ['plain', '무지', 'Plain', 11_000, 60],
    ['lined', '줄', 'Lined', 11_000, 60],
    ['grid', '모눈', 'Grid', 11_000, 0],
  ),
  ...single('chrysanthemum-tea', 18_000, 400),
  ...choice(
    'mustard-rice-bowl',
    ['small', '작은 것 (지름 11 cm)', 'Small (11 cm)', 34_000, 24],
    ['large', '큰 것 (지름 14 cm)', 'Large (14 cm)', 42_000, 18],
  ),
  ...choice(
    'beeswax-candle',
    ['short', '짧은 초 (9 cm)', 'Short (9 cm)', 9_500, 50],
    ['tall', '긴 초 (20 cm)', 'Tall (20 cm)', 16_000, 36],
  ),
  ...single('wild-honey', 48_000, 4),
  ...choice(
    'brass-spoon-set',
    ['adult', '어른용', 'For adults', 62_000, 20],
    ['child', '어린이용', 'For children', 48_000, 16],
  ),
  ...single('chamoe-soap', 8_500, 80),
  ...single('forsythia-cards', 6_000, 70),
  ...single('roasted-corn-tea', 6_500, 90),
  ...single('jogakbo-coasters', 24_000, 15),
  ...single('gardenia-dishcloth', 9_000, 45),
  ...single('sorghum-broom', 26_000, 0),
  ...choice(
    'pencil-set',
    ['two', '두 자루', 'Two', 3_000, 200],
    ['five', '다섯 자루', 'Five', 7_000, 120],
  ),
]

/** What can be had again and again. Prices in won, delivery included. */
export const plans = [
  ['corn-tea-weekly', 'roasted-corn-tea', 1, 'weekly', 5_900, 5_900, null],
  ['yuja-two-weeks', 'yuja-preserve', 1, 'two_weeks', 13_500, 9_900, 6],
  ['chrysanthemum-monthly', 'chrysanthemum-tea', 1, 'monthly', 16_200, 9_900, null],
  ['soap-three-months', 'chamoe-soap', 3, 'three_months', 22_800, 22_800, null],
] as const
