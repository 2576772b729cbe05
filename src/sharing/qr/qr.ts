import qrcode from 'qrcode-generator';

/** White around the code, in modules: without it a camera does not find the code. */
const QUIET_ZONE = 4;

/** Dark modules beside each other. */
type Run = { readonly x: number; readonly y: number; readonly width: number };

export type QrCode = {
	/** Side in modules, with the white around. */
	readonly size: number;
	readonly runs: readonly Run[];
};

/** Encodes an address; a code that is a sixth dirty or torn can still be read (error correction M). */
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

/** Draws the dark modules as the data of one SVG path. */
export function pathOf( { runs }: QrCode ): string {
	return runs
		.map(
			( { x, y, width } ) => `M${ x } ${ y }h${ width }v1h-${ width }z`
		)
		.join( '' );
}
