import { svgPath, type QrCode } from './qr';

/** Pixels per module. Large enough for a poster, and an integer, so that edges are sharp. */
const SCALE = 16;

export function svgFile( code: QrCode ): Blob {
	const { size } = code;
	const side = size * SCALE;

	return new Blob(
		[
			`<svg xmlns="http://www.w3.org/2000/svg" width="${ side }" height="${ side }" viewBox="0 0 ${ size } ${ size }" shape-rendering="crispEdges">`,
			`<path fill="#fff" d="M0 0h${ size }v${ size }H0z"/>`,
			`<path d="${ svgPath( code ) }"/>`,
			'</svg>',
		],
		{ type: 'image/svg+xml' }
	);
}

/** Null if the browser cannot draw on a canvas. */
export function pngFile( { size, runs }: QrCode ): Promise< Blob | null > {
	const canvas = document.createElement( 'canvas' );
	canvas.width = size * SCALE;
	canvas.height = size * SCALE;

	const context = canvas.getContext( '2d' );
	if ( context === null ) {
		return Promise.resolve( null );
	}
	context.scale( SCALE, SCALE );
	context.fillStyle = '#fff';
	context.fillRect( 0, 0, size, size );
	context.fillStyle = '#000';
	for ( const { x, y, width } of runs ) {
		context.fillRect( x, y, width, 1 );
	}

	return new Promise( ( resolve ) => canvas.toBlob( resolve, 'image/png' ) );
}

/** Characters that are not allowed in file names are replaced. */
export function fileName( orderId: string, extension: 'png' | 'svg' ): string {
	return `payment-link-${ orderId.replace(
		/[^A-Za-z0-9._-]+/g,
		'-'
	) }.${ extension }`;
}

/** Downloads a file in the browser. */
export function download( file: Blob, name: string ): void {
	const address = URL.createObjectURL( file );
	const anchor = document.createElement( 'a' );
	anchor.href = address;
	anchor.download = name;
	anchor.click();
	// Some browsers read the file only after the current task.
	window.setTimeout( () => URL.revokeObjectURL( address ), 60_000 );
}
