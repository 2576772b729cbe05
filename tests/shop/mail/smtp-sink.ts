import { appendFile, mkdir, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import type { Cleanup } from '../lib/children.ts';

const HOST = '127.0.0.1';

/** Mail to such an address is refused, as a real server refuses an unknown mailbox. */
const REFUSED = /^refused@/i;

/** A mail as a server gets it. */
export interface CaughtMail {
	readonly from: string;
	readonly to: readonly string[];
	/** Headers and body, as they came over the line. */
	readonly source: string;
}

export interface SmtpSink {
	/** `host:port` for the shop. */
	readonly address: string;
	/** One mail a line, as JSON; there from the start. */
	readonly file: string;
}

/**
 * A mail server on loopback that delivers nothing and writes down everything.
 *
 * @param file    Where mails go.
 * @param cleanup Takes what stops it.
 */
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
		converse( socket, ( mail ) =>
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

function converse(
	socket: Socket,
	keep: ( mail: CaughtMail ) => Promise< void >
): void {
	let rest = '';
	let envelope = emptyEnvelope();
	let work: Promise< void > = Promise.resolve();
	const say = ( line: string ): void => {
		socket.write( `${ line }\r\n` );
	};
	const take = async ( line: string ): Promise< void > => {
		if ( envelope.lines === null ) {
			envelope = answer( line, envelope, say, socket );
		} else if ( line === '.' ) {
			const { from, to, lines } = envelope;
			envelope = emptyEnvelope();
			await keep( { from, to, source: lines.join( '\r\n' ) } );
			say( '250 Kept' );
		} else {
			envelope.lines.push( line.replace( /^\./, '' ) );
		}
	};
	socket.setEncoding( 'utf8' );
	socket.on( 'data', ( chunk ) => {
		const lines = ( rest + String( chunk ) ).split( '\r\n' );
		rest = lines.pop() ?? '';
		for ( const line of lines ) {
			work = work.then( () => take( line ) );
		}
	} );
	say( '220 Sink' );
}

function answer(
	line: string,
	envelope: Envelope,
	say: ( line: string ) => void,
	socket: Socket
): Envelope {
	const address = /<([^>]*)>/.exec( line )?.[ 1 ] ?? '';
	switch ( line.slice( 0, 4 ).toUpperCase() ) {
		case 'MAIL':
			say( '250 OK' );
			return { ...emptyEnvelope(), from: address };
		case 'RCPT':
			if ( REFUSED.test( address ) ) {
				say( '550 No such mailbox' );
				return envelope;
			}
			say( '250 OK' );
			return { ...envelope, to: [ ...envelope.to, address ] };
		case 'DATA':
			if ( envelope.to.length === 0 ) {
				say( '554 Nobody to send to' );
				return envelope;
			}
			say( '354 Go on' );
			return { ...envelope, lines: [] };
		case 'QUIT':
			say( '221 Bye' );
			socket.end();
			return envelope;
		case 'RSET':
			say( '250 OK' );
			return emptyEnvelope();
		default:
			say( '250 OK' );
			return envelope;
	}
}

function emptyEnvelope(): Envelope {
	return { from: '', to: [], lines: null };
}
