import { createTheme, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#edf8f4',
  '#d8efe6',
  '#b0deCd',
  '#83cbb2',
  '#5ab797',
  '#3fa584',
  '#2a9072',
  '#1d7a60',
  '#14664f',
  '#0b503d',
];

const gray: MantineColorsTuple = [
  '#f8f9f7',
  '#f1f3f0',
  '#e6e9e5',
  '#d9ddd8',
  '#c2c8c2',
  '#9ba39c',
  '#6b746d',
  '#59625b',
  '#3a423c',
  '#1c221e',
];

const dark: MantineColorsTuple = [
  '#e4e8e5',
  '#c3cac5',
  '#9ca59f',
  '#7b857f',
  '#3b4440',
  '#2a322e',
  '#1e2522',
  '#171d1a',
  '#0f1412',
  '#0a0d0c',
];

/** Letters that Inter has not come from the others, which a browser loads only when they are needed. */
const FONTS =
  "'Inter Variable', 'Noto Sans Arabic Variable', 'Noto Sans Devanagari Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** Sizes, colours and shapes of the components; what they mean (good, poor, refused) is in `app/globals.css`. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 7 },
  colors: { pine, gray, dark },
  fontFamily: FONTS,
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontFamily: FONTS,
    fontWeight: '620',
  },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '7px', md: '10px', lg: '14px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // In the colour of the note its title is too pale on the note's own ground.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
  },
});
