/** A place of the government's register of road names, in its words. */
export type Place = {
  readonly roadAddrPart1: string
  readonly roadAddrPart2: string
  readonly jibunAddr: string
  readonly engAddr: string
  readonly zipNo: string
  readonly bdNm: string
}

// Real places that anybody may visit, so that what is tried out is sent to nobody's home. On Jeju and Ulleungdo delivery costs more.
const lines = `
04524|서울특별시 중구 세종대로 110|태평로1가|서울특별시 중구 태평로1가 31 서울특별시청|110 Sejong-daero, Jung-gu, Seoul|서울특별시청
04320|서울특별시 용산구 한강대로 405|동자동|서울특별시 용산구 동자동 43-205 서울역|405 Hangang-daero, Yongsan-gu, Seoul|서울역
03045|서울특별시 종로구 사직로 161|세종로|서울특별시 종로구 세종로 1-91 경복궁|161 Sajik-ro, Jongno-gu, Seoul|경복궁
04383|서울특별시 용산구 서빙고로 137|용산동6가|서울특별시 용산구 용산동6가 168-6 국립중앙박물관|137 Seobinggo-ro, Yongsan-gu, Seoul|국립중앙박물관
07233|서울특별시 영등포구 의사당대로 1|여의도동|서울특별시 영등포구 여의도동 1 국회의사당|1 Uisadang-daero, Yeongdeungpo-gu, Seoul|국회의사당
06757|서울특별시 서초구 남부순환로 2406|서초동|서울특별시 서초구 서초동 700 예술의전당|2406 Nambusunhwan-ro, Seocho-gu, Seoul|예술의전당
47545|부산광역시 연제구 중앙대로 1001|연산동|부산광역시 연제구 연산동 1000 부산광역시청|1001 Jungang-daero, Yeonje-gu, Busan|부산광역시청
48731|부산광역시 동구 중앙대로 206|초량동|부산광역시 동구 초량동 1187-1 부산역|206 Jungang-daero, Dong-gu, Busan|부산역
41911|대구광역시 중구 공평로 88|동인동1가|대구광역시 중구 동인동1가 1 대구광역시청|88 Gongpyeong-ro, Jung-gu, Daegu|대구광역시청
41229|대구광역시 동구 동대구로 550|신암동|대구광역시 동구 신암동 294 동대구역|550 Dongdaegu-ro, Dong-gu, Daegu|동대구역
21554|인천광역시 남동구 정각로 29|구월동|인천광역시 남동구 구월동 1138 인천광역시청|29 Jeonggak-ro, Namdong-gu, Incheon|인천광역시청
61945|광주광역시 서구 내방로 111|치평동|광주광역시 서구 치평동 1200 광주광역시청|111 Naebang-ro, Seo-gu, Gwangju|광주광역시청
35242|대전광역시 서구 둔산로 100|둔산동|대전광역시 서구 둔산동 1420 대전광역시청|100 Dunsan-ro, Seo-gu, Daejeon|대전광역시청
44675|울산광역시 남구 중앙로 201|신정동|울산광역시 남구 신정동 646-4 울산광역시청|201 Jungang-ro, Nam-gu, Ulsan|울산광역시청
30151|세종특별자치시 한누리대로 2130|보람동|세종특별자치시 보람동 724 세종특별자치시청|2130 Hannuri-daero, Sejong|세종특별자치시청
30108|세종특별자치시 다솜3로 48|어진동|세종특별자치시 어진동 592 국립세종도서관|48 Dasom 3-ro, Sejong|국립세종도서관
16508|경기도 수원시 영통구 도청로 30|이의동|경기도 수원시 영통구 이의동 1338 경기도청|30 Docheong-ro, Yeongtong-gu, Suwon-si, Gyeonggi-do|경기도청
16490|경기도 수원시 팔달구 효원로 241|인계동|경기도 수원시 팔달구 인계동 1111 수원시청|241 Hyowon-ro, Paldal-gu, Suwon-si, Gyeonggi-do|수원시청
24266|강원특별자치도 춘천시 중앙로 1|봉의동|강원특별자치도 춘천시 봉의동 15 강원특별자치도청|1 Jungang-ro, Chuncheon-si, Gangwon-do|강원특별자치도청
28515|충청북도 청주시 상당구 상당로 82|문화동|충청북도 청주시 상당구 문화동 89 충청북도청|82 Sangdang-ro, Sangdang-gu, Cheongju-si, Chungcheongbuk-do|충청북도청
32255|충청남도 홍성군 홍북읍 충남대로 21||충청남도 홍성군 홍북읍 신경리 1120 충청남도청|21 Chungnam-daero, Hongbuk-eup, Hongseong-gun, Chungcheongnam-do|충청남도청
54968|전북특별자치도 전주시 완산구 효자로 225|효자동3가|전북특별자치도 전주시 완산구 효자동3가 1 전북특별자치도청|225 Hyoja-ro, Wansan-gu, Jeonju-si, Jeonbuk-do|전북특별자치도청
58564|전라남도 무안군 삼향읍 오룡길 1||전라남도 무안군 삼향읍 남악리 1000 전라남도청|1 Oryong-gil, Samhyang-eup, Muan-gun, Jeollanam-do|전라남도청
36759|경상북도 안동시 풍천면 도청대로 455||경상북도 안동시 풍천면 갈전리 1 경상북도청|455 Docheong-daero, Pungcheon-myeon, Andong-si, Gyeongsangbuk-do|경상북도청
51154|경상남도 창원시 의창구 중앙대로 300|사림동|경상남도 창원시 의창구 사림동 1 경상남도청|300 Jungang-daero, Uichang-gu, Changwon-si, Gyeongsangnam-do|경상남도청
40221|경상북도 울릉군 울릉읍 도동2길 66||경상북도 울릉군 울릉읍 도동리 266 울릉군청|66 Dodong 2-gil, Ulleung-eup, Ulleung-gun, Gyeongsangbuk-do|울릉군청
63122|제주특별자치도 제주시 문연로 6|연동|제주특별자치도 제주시 연동 312-1 제주특별자치도청|6 Munyeon-ro, Jeju-si, Jeju-do|제주특별자치도청
63115|제주특별자치도 제주시 공항로 2|용담이동|제주특별자치도 제주시 용담이동 2002 제주국제공항|2 Gonghang-ro, Jeju-si, Jeju-do|제주국제공항
63584|제주특별자치도 서귀포시 중앙로 105|서홍동|제주특별자치도 서귀포시 서홍동 447 서귀포시청|105 Jungang-ro, Seogwipo-si, Jeju-do|서귀포시청
`

export const publicPlaces: readonly Place[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [zipNo = '', road = '', remark = '', jibunAddr = '', engAddr = '', bdNm = ''] =
      line.split('|')
    const roadAddrPart2 = remark === '' ? '' : ` (${remark})`
    return { zipNo, roadAddrPart1: road, roadAddrPart2, jibunAddr, engAddr, bdNm }
  })
