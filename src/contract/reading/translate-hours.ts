/** The weekdays as OpenStreetMap writes them, Monday first. */
export const weekdayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** Hours in the words and signs of OpenStreetMap, where they are written in those of Chinese: 周一至周五 9：00－18：00，周日休息. */
export function plainHours(text: string): string {
  const weekdays = plainPunctuation(text).replace(WEEKDAYS, (run) => `${inEnglish(run)} `);
  return WORDS.reduce((plain, [form, said]) => plain.replace(form, said), weekdays).trim();
}

const plainPunctuation = (text: string) =>
  text
    .replace(/[–—−－~～至到]/g, '-')
    .replace(/[，、]/g, ',')
    .replace(/[；。]/g, ';')
    .replaceAll('：', ':')
    .replaceAll('　', ' ');

const NUMERALS = '一二三四五六日天';

/** Weekdays in a row, in which later ones may leave out the word for weekday: 周一-五, 周六、日, 周六日. */
const WEEKDAYS = /(?:周|星期|礼拜)[一二三四五六日天](?:\s*[-,]?\s*(?:周|星期|礼拜)?[一二三四五六日天])*/g;

const inEnglish = (run: string) =>
  run
    .replace(/周|星期|礼拜|\s/g, '')
    .replace(/(?<=[一二三四五六日天])(?=[一二三四五六日天])/g, ',')
    .replace(/[一二三四五六日天]/g, (numeral) => weekdayNames[Math.min(NUMERALS.indexOf(numeral), 6)] ?? numeral);

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/全天(营业|开放)?|24小时(营业)?/g, '24/7'],
  [/不营业|休息|休业|关门/g, 'off'],
  [/每天|每日|天天/g, 'Mo-Su '],
  [/工作日/g, 'Mo-Fr '],
  [/周末|双休日/g, 'Sa-Su '],
  [/法定节假日|节假日|公休日/g, 'PH '],
];
