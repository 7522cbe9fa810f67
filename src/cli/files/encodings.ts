/** The encodings that a file may be said to have; UTF-8 and UTF-16 with a mark need not be said. */
export const encodings = [
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'iso-8859-2',
  'iso-8859-15',
  'koi8-r',
  'macintosh',
] as const;

/** An encoding. */
export type Encoding = (typeof encodings)[number];

/** What is known of where a text comes from. */
export interface Origin {
  /** The time zone of its territory; null where it is not known. */
  readonly zone: string | null;
  /** The encoding that the caller says it has; null where the caller says nothing. */
  readonly encoding: Encoding | null;
}

/** Zones of countries that write Chinese in simplified letters. */
const CHINESE = /^(?:Asia\/(?:Shanghai|Chongqing|Chungking|Harbin|Urumqi|Kashgar|Singapore|Kuala_Lumpur)|PRC|Singapore)$/;

/** Zones of countries whose spreadsheets save Western letters in Windows-1252. */
const WESTERN =
  /^(?:Europe\/(?:Amsterdam|Andorra|Belfast|Berlin|Brussels|Busingen|Copenhagen|Dublin|Gibraltar|Guernsey|Helsinki|Isle_of_Man|Jersey|Lisbon|London|Luxembourg|Madrid|Malta|Mariehamn|Monaco|Oslo|Paris|Rome|San_Marino|Stockholm|Vaduz|Vatican|Vienna|Zurich)|(?:America|Atlantic|Australia|US|Canada|Brazil|Chile|Mexico)\/.+|Pacific\/(?:Auckland|Noumea|Tahiti)|GB|Eire|Portugal|NZ)$/;

/**
 * The text of bytes that are not Unicode, in the only encoding that both the place and the letters speak for; null where
 * none does: a text in wrong letters is worse than a question.
 */
export function textOf(bytes: Uint8Array, { zone, encoding }: Origin): string | null {
  if (encoding !== null) return decoded(bytes, encoding);
  if (zone === null || CHINESE.test(zone)) return looksChinese(bytes) ? decoded(bytes, 'gb18030') : null;
  return WESTERN.test(zone) && looksWestern(bytes, zone === 'Atlantic/Reykjavik') ? decoded(bytes, 'windows-1252') : null;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The decoder throws at bytes that are no letter of the encoding; there is no other test.
    return null;
  }
}

/** The first byte of letters of GB 2312 that are in daily use, from where on the rarer ones follow, and of its signs. */
const [SIGNS, DAILY, RARE, END] = [0xa1, 0xb0, 0xd8, 0xf8];

/**
 * Whether the bytes above ASCII are pairs that make Chinese letters, for the most part those in daily use. Letters of other
 * languages stand between ASCII letters, or make rare letters.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let [daily, rare, others] = [0, 0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const [first = 0, second = 0] = [bytes[i], bytes[i + 1]];
    if (first < 0x80) continue;
    if (second < SIGNS || first < SIGNS || first >= END) others++;
    else if (first >= DAILY && first < RARE) daily++;
    else if (first >= RARE) rare++;
    i++;
  }
  return daily > 0 && daily >= 3 * rare && others * 5 <= daily + rare;
}

/** Signs of Windows-1252 in daily use: the euro, an ellipsis, quotation marks and dashes, degree, section and the like. */
const WESTERN_SIGNS: ReadonlySet<number> = new Set([
  0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xa0, 0xa1, 0xa3, 0xa7, 0xa9, 0xaa, 0xab, 0xad, 0xae, 0xb0, 0xb4, 0xb7, 0xba, 0xbb,
  0xbf,
]);
/** Quotation marks and dashes that never stand inside a word, except as the letters of another encoding. */
const NEVER_IN_WORDS: ReadonlySet<number> = new Set([0x80, 0x85, 0x91, 0x93, 0x94, 0x95]);

/** Signs that no letter follows, except as the letters of another encoding: £ukasz. */
const NEVER_BEFORE_LETTERS: ReadonlySet<number> = new Set([0xa3, 0xa7, 0xa9, 0xae]);
/** Signs that follow no letter: an exclamation or a question upside down. */
const NEVER_AFTER_LETTERS: ReadonlySet<number> = new Set([0xa1, 0xbf]);
/** Letters of Icelandic alone. In Turkish encodings the same bytes are letters of every other word. */
const ICELANDIC: ReadonlySet<number> = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe]);

/** A letter of Portuguese words in capitals, such as AÇÕES. On a Macintosh the same byte is an apostrophe. */
const CAPITAL_O_TILDE = 0xd5;
const isInCapitals = (before: number, after: number) => after === 0x45 && ((before >= 0x41 && before <= 0x5a) || before === 0xc7);

const isLatin = (byte: number) => byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
const isAsciiLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Whether the bytes above ASCII are letters of Western Europe among ASCII letters, and signs where they belong. */
function looksWestern(bytes: Uint8Array, isIceland: boolean): boolean {
  let [letters, inRuns] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const [before = 0, byte = 0, after = 0] = [bytes[i - 1], bytes[i], bytes[i + 1]];
    if (byte < 0x80) continue;
    if (!isLatin(byte)) {
      if (!isSignInPlace({ before, byte, after })) return false;
    } else if ((ICELANDIC.has(byte) && !isIceland) || (byte === CAPITAL_O_TILDE && !isInCapitals(before, after))) return false;
    else {
      letters++;
      if (isLatin(before) && isLatin(after)) inRuns++;
    }
  }
  return inRuns * 20 <= letters;
}

/** The French œ, which u or i follows. */
const OE: ReadonlySet<number> = new Set([0x8c, 0x9c]);
const AFTER_OE: ReadonlySet<number> = new Set(Array.from('uUiI', (letter) => letter.charCodeAt(0)));

/** A byte between its neighbours. */
interface ByteInPlace {
  readonly before: number;
  readonly byte: number;
  readonly after: number;
}

function isSignInPlace({ before, byte, after }: ByteInPlace): boolean {
  if (OE.has(byte)) return AFTER_OE.has(after);
  const [afterLetter, beforeLetter] = [isAsciiLetter(before) || isLatin(before), isAsciiLetter(after) || isLatin(after)];
  if (NEVER_IN_WORDS.has(byte) && afterLetter && beforeLetter) return false;
  if (NEVER_BEFORE_LETTERS.has(byte) && beforeLetter) return false;
  return WESTERN_SIGNS.has(byte) && !(NEVER_AFTER_LETTERS.has(byte) && afterLetter);
}
