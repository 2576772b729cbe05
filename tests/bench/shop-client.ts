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

/** Costs of one request in PHP. Times are in milliseconds. */
export type Cost = z.infer< typeof costSchema >;

export interface Request {
	readonly path: string;
	readonly method?: 'GET' | 'POST';
	readonly body?: unknown;
	/** Whether the plugin is disabled for this request. */
	readonly off?: boolean;
	readonly loggedIn: boolean;
}

/** Sends requests to the shop as a logged-in staff member and reads their costs. */
export class ShopClient {
	readonly #cookies = new Map< string, string >();
	#nonce = '';

	constructor(
		private readonly url: string,
		private readonly folder: string
	) {}

	async logIn( user: string, password: string ): Promise< void > {
		const response = await fetch( `${ this.url }/wp-login.php`, {
			method: 'POST',
			redirect: 'manual',
			headers: { Cookie: 'wordpress_test_cookie=WP+Cookie+check' },
			body: new URLSearchParams( { log: user, pwd: password } ),
		} );
		for ( const cookie of response.headers.getSetCookie() ) {
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
		const response = await fetch( this.url + request.path, {
			method: request.method ?? 'GET',
			headers: this.#headers( request, id ),
			...( request.body === undefined
				? {}
				: { body: JSON.stringify( request.body ) } ),
		} );
		const text = await response.text();
		if ( ! response.ok ) {
			throw new Error(
				`${ request.path } returned ${ response.status }: ${ text.slice(
					0,
					200
				) }`
			);
		}
		const file = join( this.folder, `${ id }.json` );
		const cost: unknown = JSON.parse( await waitForFile( file ) );
		await rm( file );
		return costSchema.parse( cost );
	}

	/** Returns the JSON of a response without reading the costs. */
	async json( url: string ): Promise< unknown > {
		const response = await fetch( url, {
			headers: {
				Cookie: this.#cookieHeader(),
				'X-WP-Nonce': this.#nonce,
			},
		} );
		return response.json();
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

/** The response can arrive before PHP's shutdown functions have run. */
async function waitForFile( file: string ): Promise< string > {
	for ( let attempt = 0; attempt < 100; attempt++ ) {
		const text = await readFile( file, 'utf8' ).catch( () => '' );
		if ( text.endsWith( '}' ) ) {
			return text;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 20 ) );
	}
	throw new Error( `The shop did not write ${ file }` );
}
