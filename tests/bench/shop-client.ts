import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const costSchema = z.object( {
	queries: z.number(),
	files: z.number(),
	peak_kib: z.number(),
	ms: z.number(),
	http_ms: z.number(),
} );

/** What one request cost PHP; times in milliseconds. */
export type Cost = z.infer< typeof costSchema >;

export interface Request {
	readonly path: string;
	readonly method?: 'GET' | 'POST';
	readonly body?: unknown;
	/** Whether the plugin is left out of this request. */
	readonly off?: boolean;
	readonly loggedIn: boolean;
}

/** Sends requests to the shop as a logged-in member of staff and reads what they cost. */
export class ShopClient {
	readonly #cookies = new Map< string, string >();
	#nonce = '';

	constructor(
		private readonly url: string,
		private readonly folder: string
	) {}

	async logIn( user: string, password: string ): Promise< void > {
		const answer = await fetch( `${ this.url }/wp-login.php`, {
			method: 'POST',
			redirect: 'manual',
			headers: { Cookie: 'wordpress_test_cookie=WP+Cookie+check' },
			body: new URLSearchParams( { log: user, pwd: password } ),
		} );
		for ( const cookie of answer.headers.getSetCookie() ) {
			const [ name, value ] = ( cookie.split( ';' )[ 0 ] ?? '' ).split(
				'='
			);
			this.#cookies.set( name ?? '', value ?? '' );
		}
		const nonce = await fetch(
			`${ this.url }/wp-admin/admin-ajax.php?action=rest-nonce`,
			{ headers: { Cookie: this.#cookieHeader() } }
		);
		this.#nonce = await nonce.text();
	}

	async cost( request: Request ): Promise< Cost > {
		const id = randomUUID();
		const answer = await fetch( this.url + request.path, {
			method: request.method ?? 'GET',
			headers: this.#headers( request, id ),
			...( request.body === undefined
				? {}
				: { body: JSON.stringify( request.body ) } ),
		} );
		const text = await answer.text();
		if ( ! answer.ok ) {
			throw new Error(
				`${ request.path } answered ${ answer.status }: ${ text.slice(
					0,
					200
				) }`
			);
		}
		const file = join( this.folder, `${ id }.json` );
		const written: unknown = JSON.parse( await patiently( file ) );
		await rm( file );
		return costSchema.parse( written );
	}

	/** Reads JSON without measuring. */
	async json( url: string ): Promise< unknown > {
		const answer = await fetch( url, {
			headers: {
				Cookie: this.#cookieHeader(),
				'X-WP-Nonce': this.#nonce,
			},
		} );
		return answer.json();
	}

	#headers( request: Request, id: string ): Record< string, string > {
		const headers: Record< string, string > = { 'X-Bench-Id': id };
		if ( request.off === true ) {
			headers[ 'X-Bench-Off' ] = '1';
		}
		if ( request.loggedIn ) {
			headers[ 'Cookie' ] = this.#cookieHeader();
			headers[ 'X-WP-Nonce' ] = this.#nonce;
		}
		if ( request.body !== undefined ) {
			headers[ 'Content-Type' ] = 'application/json';
		}
		return headers;
	}

	#cookieHeader(): string {
		return [ ...this.#cookies ]
			.map( ( [ name, value ] ) => `${ name }=${ value }` )
			.join( '; ' );
	}
}

/** The answer may be here before PHP's shutdown functions have run. */
async function patiently( file: string ): Promise< string > {
	for ( let tries = 0; tries < 100; tries++ ) {
		const text = await readFile( file, 'utf8' ).catch( () => '' );
		if ( text.endsWith( '}' ) ) {
			return text;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 20 ) );
	}
	throw new Error( `The shop did not write ${ file }` );
}
