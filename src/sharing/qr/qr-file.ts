import { pathOf, type QrCode } from './qr';

/** Pixels of a module: enough for a poster, and a whole number, so that no edge is blurred. */
const SCALE = 16;

/** Returns the code as an SVG file. */
export function svgFile( code: QrCode ): Blob {
	const { size } = code;
	const side = size * SCALE;

	return new Blob(
		[
			`<svg xmlns="http://www.w3.org/2000/svg" width="${ side }" height="${ side }" viewBox="0 0 ${ size } ${ size }" shape-rendering="crispEdges">`,
			`<path fill="#fff" d="M0 0h${ size }v${ size }H0z"/>`,
			`<path d="${ pathOf( code ) }"/>`,
			'</svg>',
		],
		{ type: 'image/svg+xml' }
	);
}

/** Returns the code as a PNG file; null where the browser cannot draw one. */
export function pngFile( { size, runs }: QrCode ): Promise< Blob | null > {
	const canvas = document.createElement( 'canvas' );
	canvas.width = size * SCALE;
	canvas.height = size * SCALE;

	const drawing = canvas.getContext( '2d' );
	if ( drawing === null ) {
		return Promise.resolve( null );
	}
	drawing.scale( SCALE, SCALE );
	drawing.fillStyle = '#fff';
	drawing.fillRect( 0, 0, size, size );
	drawing.fillStyle = '#000';
	for ( const { x, y, width } of runs ) {
		drawing.fillRect( x, y, width, 1 );
	}

	return new Promise( ( resolve ) => canvas.toBlob( resolve, 'image/png' ) );
}

/** Names the file after the link; a typed order ID may hold what no file name can. */
export function fileName( orderId: string, extension: 'png' | 'svg' ): string {
	return `payment-link-${ orderId.replace(
		/[^A-Za-z0-9._-]+/g,
		'-'
	) }.${ extension }`;
}

/** Hands a file to the browser's downloads. */
export function download( file: Blob, name: string ): void {
	const address = URL.createObjectURL( file );
	const anchor = document.createElement( 'a' );
	anchor.href = address;
	anchor.download = name;
	anchor.click();
	// Not at once: some browsers read the file only after this task.
	window.setTimeout( () => URL.revokeObjectURL( address ), 60_000 );
}
