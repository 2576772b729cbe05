import qrcode from 'qrcode-generator';

/** White margin in modules. Cameras need it to find the code. */
const QUIET_ZONE = 4;

/** Adjacent dark modules in a row. */
type Run = { readonly x: number; readonly y: number; readonly width: number };

export type QrCode = {
	/** Width and height in modules, including the margin. */
	readonly size: number;
	readonly runs: readonly Run[];
};

/** Encodes text with error correction level M: the code is readable if up to 15 % of it is damaged. */
export function qrCode( address: string ): QrCode {
	const code = qrcode( 0, 'M' );
	code.addData( address );
	code.make();

	const count = code.getModuleCount();
	const runs: Run[] = [];
	for ( let row = 0; row < count; row++ ) {
		let start = 0;
		for ( let column = 0; column <= count; column++ ) {
			if ( column < count && code.isDark( row, column ) ) {
				continue;
			}
			if ( column > start ) {
				runs.push( {
					x: start + QUIET_ZONE,
					y: row + QUIET_ZONE,
					width: column - start,
				} );
			}
			start = column + 1;
		}
	}

	return { size: count + 2 * QUIET_ZONE, runs };
}

/** Returns the dark modules as the path data of one SVG path. */
export function svgPath( { runs }: QrCode ): string {
	return runs
		.map(
			( { x, y, width } ) => `M${ x } ${ y }h${ width }v1h-${ width }z`
		)
		.join( '' );
}
