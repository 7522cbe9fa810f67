import type { Language } from '../../../kernel/text.ts';

/** The words of a made-up territory in one language. */
export interface StarterWords {
  readonly timeZone: string;
  /** The system of coordinates that most tables of the country use. */
  readonly coordinates: string;
  readonly middle: { readonly lat: number; readonly lng: number };
  readonly customers: readonly string[];
  readonly people: readonly string[];
  readonly town: string;
  readonly yes: string;
  /** Visiting hours of a customer. */
  readonly hours: string;
  readonly orderDay: string;
  readonly shifts: string;
  readonly owner: string;
  readonly complaint: { readonly source: string; readonly purpose: string };
  readonly kinds: Readonly<Record<'ordinary' | 'return', string>>;
}

/** The words of example rows, by language. */
export const starterWords: Readonly<Record<Language, StarterWords>> = {
  en: {
    timeZone: 'Europe/London',
    coordinates: 'wgs84',
    middle: { lat: 51.4551, lng: -0.9731 },
    customers: [
      'Corner Shop',
      'Bridge Store',
      'Station Kiosk',
      'Mill Lane Stores',
      'The Green Grocer',
      'Park News',
      'Quay Mini-market',
      'Hill Top Shop',
    ],
    people: ['Alex Reed', 'Sam Hart', 'Jo Lane', 'Kim Dale', 'Pat Wood', 'Chris Ford', 'Robin Marsh', 'Lee Brook'],
    town: 'town',
    yes: 'yes',
    hours: 'Mo-Fr 09:00-12:30,14:00-18:00; Sa 09:00-13:00',
    orderDay: 'We',
    shifts: 'Mo-Fr 08:30-17:30',
    owner: 'owner',
    complaint: { source: 'complaint', purpose: 'Last delivery was late' },
    kinds: { ordinary: 'ordinary', return: 'return' },
  },
  zh: {
    timeZone: 'Asia/Shanghai',
    coordinates: 'gcj02',
    middle: { lat: 31.5748, lng: 120.3016 },
    customers: ['街角便利店', '桥头商店', '车站小卖部', '磨坊巷副食店', '绿园果蔬店', '公园烟酒店', '码头超市', '山顶商店'],
    people: ['陈静', '周航', '李宁远', '王晓舟', '赵青', '孙小禾', '吴远', '郑一苇'],
    town: '城区',
    yes: '是',
    hours: '周一至周五 09:00-12:30,14:00-18:00；周六 09:00-13:00',
    orderDay: '周三',
    shifts: '周一至周五 08:30-17:30',
    owner: '店主',
    complaint: { source: '投诉', purpose: '上次送货迟到' },
    kinds: { ordinary: '普通拜访', return: '回访' },
  },
};
