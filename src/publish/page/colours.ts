/** Colours that colour-blind people can distinguish, after Okabe and Ito (2008), some darker for white numbers on them. */
const COLOURS = ['#0072b2', '#b8500f', '#00795c', '#9c4a86', '#7a6200', '#2b6cb0', '#a3333d', '#4b6b1f', '#5b4ba0', '#6b4f3a'];

/** The colour of the n-th thing; after ten they come again. */
export const colourOf = (index: number): string => COLOURS[index % COLOURS.length] ?? '#0072b2';
