/**
 * Radicals of characters that PDF files and some input methods put in place of the characters themselves, and that NFKC
 * leaves as they are (it maps those from U+2F00 on).
 */
const RADICALS = '⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰';
const CHARACTERS = '民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙';

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** Every other space is one of these after NFKC; the blank of Braille looks like one. */
const SPACES = /[ \t\n\r\u2800]+/g;
const RADICAL = new RegExp(`[${RADICALS}]`, 'g');

/**
 * The form in which texts are compared: equal for texts that look the same. Without characters that cannot be seen, in
 * NFKC, with characters for radicals, and with one space for any number of them. Capitals stay capitals. The function
 * `comparison_form` of each database does the same.
 *
 * @example
 * comparisonForm('⼤⼯委〔2026〕１号') === comparisonForm('大工委〔2026〕1号'); // true
 */
export const comparisonForm = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .replace(RADICAL, (radical) => CHARACTERS.charAt(RADICALS.indexOf(radical)))
    .replace(SPACES, ' ')
    .replace(/^ | $/g, '');

/** True if two texts look the same. */
export const looksSame = (one: string, other: string): boolean =>
  comparisonForm(one) === comparisonForm(other);
