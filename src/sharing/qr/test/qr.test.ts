import jsQR from 'jsqr';

import { qrCode, type QrCode } from '../qr';

/** Renders the code to pixels and decodes it. */
function decode( { size, runs }: QrCode, scale = 4 ): string | undefined {
	const side = size * scale;
	const pixels = new Uint8ClampedArray( side * side * 4 ).fill( 255 );
	for ( const { x, y, width } of runs ) {
		for ( let row = y * scale; row < ( y + 1 ) * scale; row++ ) {
			for ( let column = x * scale; column < ( x + width ) * scale;  ) {
				pixels.fill(
					0,
					( row * side + column ) * 4,
					( row * side + column ) * 4 + 3
				);
				column++;
			}
		}
	}
	return jsQR( pixels, side, side )?.data;
}

it.each( [
	[ 'short', 'https://payv2.multisafepay.com/connect/a/?lang=nl_NL' ],
	[
		'long',
		`https://payv2.multisafepay.com/connect/${ 'aB3'.repeat( 150 ) }/`,
	],
] )( 'can be decoded for a %s URL', ( _, address ) => {
	expect( decode( qrCode( address ) ) ).toBe( address );
} );

it( 'has a margin of four modules', () => {
	const { size, runs } = qrCode( 'https://example.test/' );

	expect( Math.min( ...runs.map( ( { x } ) => x ) ) ).toBe( 4 );
	expect( Math.min( ...runs.map( ( { y } ) => y ) ) ).toBe( 4 );
	expect( Math.max( ...runs.map( ( { x, width } ) => x + width ) ) ).toBe(
		size - 4
	);
	expect( Math.max( ...runs.map( ( { y } ) => y + 1 ) ) ).toBe( size - 4 );
} );
