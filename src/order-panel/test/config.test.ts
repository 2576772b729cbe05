import { readConfig } from '../../shared/api/screen-config';
import { wire } from '../../shared/test/wire';
import { panelConfigSchema } from '../config';

describe( 'the config on the mount node', () => {
	function nodeWith( config: string | undefined ): HTMLElement {
		const node = document.createElement( 'div' );
		if ( config !== undefined ) {
			node.dataset[ 'config' ] = config;
		}
		return node;
	}

	it( 'is parsed', () => {
		const config = readConfig(
			panelConfigSchema,
			nodeWith( JSON.stringify( wire( 'panel-config.json' ) ) )
		);

		expect( config?.links ).toHaveLength( 1 );
		expect( config?.draft?.values.amount ).toBe( 8000 );
	} );

	it.each( [
		[ 'is missing', undefined ],
		[ 'is empty', '' ],
		[ 'is cut off', '{"wc_order_id":10' ],
		[ 'has another shape', '{"wc_order_id":"1001"}' ],
	] )( 'is null when it %s', ( _, config ) => {
		expect(
			readConfig( panelConfigSchema, nodeWith( config ) )
		).toBeNull();
	} );
} );
