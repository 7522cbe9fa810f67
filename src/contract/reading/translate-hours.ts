import { weekdayNames } from './weekday-names.ts';

/**
 * Translates Chinese hours such as 周一至周五 9：00－18：00，周日休息 to the form of OpenStreetMap. Other hours stay as they are,
 * with one space for each run of white space: the patterns that read hours would be slow on long runs.
 */
export function translateHours(text: string): string {
  const weekdays = translatePunctuation(text).replace(WEEKDAYS, (run) => `${translateWeekdays(run)} `);
  return TRANSLATIONS.reduce((hours, [chinese, translation]) => hours.replace(chinese, translation), weekdays)
    .replace(/ +/g, ' ')
    .trim();
}

const translatePunctuation = (text: string) =>
  text
    .replace(/[–—−－~～至到]/g, '-')
    .replace(/[，、]/g, ',')
    .replace(/[；。]/g, ';')
    .replaceAll('：', ':')
    .replace(/\s+/g, ' ');

const NUMERALS = '一二三四五六日天';

/** Weekdays in a row; after the first one the word for weekday may be missing: 周一-五, 周六、日, 周六日. */
const WEEKDAYS = /(?:周|星期|礼拜)[一二三四五六日天](?: ?[-,]? ?(?:周|星期|礼拜)?[一二三四五六日天])*/g;

const translateWeekdays = (run: string) =>
  run
    .replace(/周|星期|礼拜|\s/g, '')
    .replace(/(?<=[一二三四五六日天])(?=[一二三四五六日天])/g, ',')
    .replace(/[一二三四五六日天]/g, (numeral) => weekdayNames[Math.min(NUMERALS.indexOf(numeral), 6)] ?? numeral);

const TRANSLATIONS: readonly (readonly [RegExp, string])[] = [
  [/全天(营业|开放)?|24小时(营业)?/g, '24/7'],
  [/不营业|休息|休业|关门/g, 'off'],
  [/每天|每日|天天/g, 'Mo-Su '],
  [/工作日/g, 'Mo-Fr '],
  [/周末|双休日/g, 'Sa-Su '],
  [/法定节假日|节假日|公休日/g, 'PH '],
];
