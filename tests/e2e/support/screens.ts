export interface Screen {
	readonly name: string;
	readonly viewport: { readonly width: number; readonly height: number };
}

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/**
 * Screens by direction. A page is loaded once for each direction; its users work on a phone, the last screen. `zoomed`
 * is the wide screen at 200 %.
 */
export const DIRECTIONS: readonly {
	readonly direction: 'ltr' | 'rtl';
	readonly screens: readonly Screen[];
}[] = [
	{
		direction: 'ltr',
		screens: [
			{ name: 'wide', viewport: WIDE },
			{ name: 'zoomed', viewport: { width: 640, height: 450 } },
			{ name: 'phone', viewport: PHONE },
		],
	},
	{
		direction: 'rtl',
		screens: [
			{ name: 'rtl', viewport: WIDE },
			{ name: 'phone-rtl', viewport: PHONE },
		],
	},
];

/** Screen of a phone by direction. */
export const PHONES = DIRECTIONS.flatMap( ( { direction, screens } ) =>
	screens
		.filter( ( { viewport } ) => viewport === PHONE )
		.map( ( screen ) => ( { direction, ...screen } ) )
);
