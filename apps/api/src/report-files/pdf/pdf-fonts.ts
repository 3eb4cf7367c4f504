import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const fileOf = (family: string, weight: string): string =>
  require.resolve(`@expo-google-fonts/${family}/${weight}`).replace(/index\.js$/, '');

/** A font of the page and the scripts it has letters for. `sans` also holds the signs that belong to no script. */
export const PDF_FONTS = {
  sans: { folder: 'noto-sans', file: 'NotoSans', scripts: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u },
  devanagari: { folder: 'noto-sans', file: 'NotoSans', scripts: /\p{Script=Devanagari}/u },
  arabic: { folder: 'noto-sans-arabic', file: 'NotoSansArabic', scripts: /\p{Script=Arabic}/u },
} as const;
export type PdfFont = keyof typeof PDF_FONTS;
export type PdfWeight = 'regular' | 'bold';

const WEIGHTS: Readonly<Record<PdfWeight, string>> = { regular: '400Regular', bold: '700Bold' };

export function fontFile(font: PdfFont, weight: PdfWeight): string {
  const { folder, file } = PDF_FONTS[font];
  return `${fileOf(folder, WEIGHTS[weight])}${file}_${WEIGHTS[weight]}.ttf`;
}
