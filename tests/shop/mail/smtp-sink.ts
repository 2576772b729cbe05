import { appendFile, mkdir, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import type { Cleanup } from '../lib/children.ts';

const HOST = '127.0.0.1';

/** Mails to these addresses are rejected, as a real server rejects an unknown mailbox. */
const REJECTED = /^refused@/i;

/** A mail as the server received it. */
interface ReceivedMail {
	readonly from: string;
	readonly to: readonly string[];
	/** Headers and body, as transmitted. */
	readonly source: string;
}

export interface SmtpSink {
	/** `host:port` */
	readonly address: string;
	/** One mail per line as JSON. The file exists from the start. */
	readonly file: string;
}

/** Starts a mail server on the loopback address that delivers nothing and writes all mails to a file. */
export async function startSmtpSink(
	file: string,
	cleanup: Cleanup
): Promise< SmtpSink > {
	await mkdir( dirname( file ), { recursive: true } );
	await rm( file, { force: true } );
	await appendFile( file, '' );
	const sockets = new Set< Socket >();
	const server = createServer( ( socket ) => {
		sockets.add( socket );
		socket.on( 'close', () => sockets.delete( socket ) );
		socket.on( 'error', () => socket.destroy() );
		handleConnection( socket, ( mail ) =>
			appendFile( file, `${ JSON.stringify( mail ) }\n` )
		);
	} );
	const port = await new Promise< number >( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( 0, HOST, () => {
			const address = server.address();
			resolve(
				typeof address === 'object' && address !== null
					? address.port
					: 0
			);
		} );
	} );
	cleanup.add( async () => {
		for ( const socket of sockets ) {
			socket.destroy();
		}
		await new Promise< void >( ( done ) => server.close( () => done() ) );
	} );
	return { address: `${ HOST }:${ port }`, file };
}

interface Envelope {
	from: string;
	to: string[];
	/** Lines of the mail; null outside DATA. */
	lines: string[] | null;
}

function handleConnection(
	socket: Socket,
	store: ( mail: ReceivedMail ) => Promise< void >
): void {
	let rest = '';
	let envelope = emptyEnvelope();
	let queue: Promise< void > = Promise.resolve();
	const reply = ( line: string ): void => {
		socket.write( `${ line }\r\n` );
	};
	const handleLine = async ( line: string ): Promise< void > => {
		if ( envelope.lines === null ) {
			envelope = handleCommand( line, envelope, reply, socket );
		} else if ( line === '.' ) {
			const { from, to, lines } = envelope;
			envelope = emptyEnvelope();
			await store( { from, to, source: lines.join( '\r\n' ) } );
			reply( '250 Stored' );
		} else {
			envelope.lines.push( line.replace( /^\./, '' ) );
		}
	};
	socket.setEncoding( 'utf8' );
	socket.on( 'data', ( chunk ) => {
		const lines = ( rest + String( chunk ) ).split( '\r\n' );
		rest = lines.pop() ?? '';
		for ( const line of lines ) {
			queue = queue.then( () => handleLine( line ) );
		}
	} );
	reply( '220 Sink' );
}

function handleCommand(
	line: string,
	envelope: Envelope,
	reply: ( line: string ) => void,
	socket: Socket
): Envelope {
	const address = /<([^>]*)>/.exec( line )?.[ 1 ] ?? '';
	switch ( line.slice( 0, 4 ).toUpperCase() ) {
		case 'MAIL':
			reply( '250 OK' );
			return { ...emptyEnvelope(), from: address };
		case 'RCPT':
			if ( REJECTED.test( address ) ) {
				reply( '550 No such mailbox' );
				return envelope;
			}
			reply( '250 OK' );
			return { ...envelope, to: [ ...envelope.to, address ] };
		case 'DATA':
			if ( envelope.to.length === 0 ) {
				reply( '554 No recipients' );
				return envelope;
			}
			reply( '354 Start mail input' );
			return { ...envelope, lines: [] };
		case 'QUIT':
			reply( '221 Bye' );
			socket.end();
			return envelope;
		case 'RSET':
			reply( '250 OK' );
			return emptyEnvelope();
		default:
			reply( '250 OK' );
			return envelope;
	}
}

function emptyEnvelope(): Envelope {
	return { from: '', to: [], lines: null };
}
