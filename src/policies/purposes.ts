import type { Text } from '../kernel/text.ts';

/** What visits are for, in the words of presets. A source that names a purpose is cited where the purpose is used. */
export const purposes = {
  relations: { en: 'Keep up relations', zh: '联络感情、了解需求' },
  service: { en: 'Service and stock check', zh: '客户服务与盘点' },
  competitors: { en: 'Learn about competitors', zh: '了解竞争情况' },
  newBusiness: { en: 'Win new business', zh: '开拓新客户' },
  development: { en: 'Develop the customer', zh: '促进成交' },
  regain: { en: 'Win the customer back', zh: '挽回流失客户' },
  contact: { en: 'Keep in touch', zh: '保持联系' },
  important: { en: 'Look after important customers', zh: '走访重点客户' },
  spotCheck: { en: "Check the rep's visits", zh: '抽查拜访情况' },
  collection: { en: 'Visit the collection point', zh: '走访取货点' },
  dealer: { en: 'Agree on sales and stock', zh: '沟通销售与库存' },
  delivery: { en: 'Orders and stock on shelves', zh: '订单与铺货' },
} as const satisfies Readonly<Record<string, Text>>;
