/**
 * Runs the emulator until it receives a signal.
 *
 * node --import tsx tests/emulator/main.ts [--port N] [--json] [--host-keys KEY[,KEY]]...
 */
import { parseArgs } from 'node:util';
import { startEmulator } from './emulator.ts';

const { values } = parseArgs( {
	options: {
		port: { type: 'string', default: '0' },
		json: { type: 'boolean', default: false },
		'host-keys': { type: 'string', multiple: true, default: [] },
	},
} );

const port = Number( values.port );
if ( ! Number.isInteger( port ) || port < 0 || port > 65535 ) {
	process.stderr.write( `--port must be 0 to 65535, not ${ values.port }\n` );
	process.exit( 2 );
}

const emulator = await startEmulator( {
	port,
	hostKeys: ( values[ 'host-keys' ] ?? [] )
		.flatMap( ( keys ) => keys.split( ',' ) )
		.filter( ( key ) => key.trim() !== '' ),
} );

process.stdout.write(
	values.json
		? `${ JSON.stringify( {
				url: emulator.url,
				api_url: emulator.apiUrl,
		  } ) }\n`
		: `MultiSafepay emulator at ${ emulator.url } (API: ${ emulator.apiUrl })\n`
);

for ( const signal of [ 'SIGINT', 'SIGTERM' ] as const ) {
	process.once( signal, () => {
		void emulator.close().then( () => process.exit( 0 ) );
	} );
}
