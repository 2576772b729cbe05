/** Screen sizes and directions. `zoomed` is the wide screen at 200 %. */
export const SCREENS = [
	{ screen: 'wide', viewport: { width: 1280, height: 900 }, rtl: false },
	{ screen: 'phone', viewport: { width: 390, height: 844 }, rtl: false },
	{ screen: 'rtl', viewport: { width: 1280, height: 900 }, rtl: true },
	{ screen: 'phone-rtl', viewport: { width: 390, height: 844 }, rtl: true },
	{ screen: 'zoomed', viewport: { width: 640, height: 450 }, rtl: false },
] as const;
