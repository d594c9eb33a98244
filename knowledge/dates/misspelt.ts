// Months and days as they are misspelt most, so that a date is not lost for a letter.

const MISSPELT: Readonly<Record<string, string>> = {
  janurary: 'jan',
  januray: 'jan',
  janaury: 'jan',
  febuary: 'feb',
  feburary: 'feb',
  febraury: 'feb',
  febrary: 'feb',
  apirl: 'apr',
  augest: 'aug',
  agust: 'aug',
  sptember: 'sep',
  setpember: 'sep',
  spetember: 'sep',
  septmber: 'sep',
  septemeber: 'sep',
  ocotber: 'oct',
  octobar: 'oct',
  octomber: 'oct',
  novemeber: 'nov',
  novmber: 'nov',
  decmber: 'dec',
  decemeber: 'dec',
  desember: 'dec',
};
const WORDS = new RegExp(`\\b(?:${Object.keys(MISSPELT).join('|')})\\b`, 'gi');

/** @returns the text with misspelt months in short, and every other letter in its place */
export function withMonthsSpelt(text: string): string {
  return text.replace(WORDS, (word) => MISSPELT[word.toLowerCase()]!.padEnd(word.length));
}
