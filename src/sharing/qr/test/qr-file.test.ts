import { qrCode } from '../qr';
import { fileName, svgFile } from '../qr-file';

it.each( [
	[ 'PL-1001-1', 'payment-link-PL-1001-1.png' ],
	[ 'phone/7 "x"', 'payment-link-phone-7-x-.png' ],
] )( 'names the file for %s %s', ( orderId, name ) => {
	expect( fileName( orderId, 'png' ) ).toBe( name );
} );

it( 'creates a complete SVG file', async () => {
	const file = svgFile( qrCode( 'https://example.test/' ) );
	const text = await new Promise< string >( ( resolve ) => {
		const reader = new FileReader();
		reader.onload = () => resolve( String( reader.result ) );
		reader.readAsText( file );
	} );
	const { documentElement: root } = new DOMParser().parseFromString(
		text,
		'image/svg+xml'
	);

	expect( file.type ).toBe( 'image/svg+xml' );
	expect( root.tagName ).toBe( 'svg' );
	expect( root.querySelectorAll( 'path' ) ).toHaveLength( 2 );
} );
