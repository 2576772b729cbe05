/** HTML of the hosted page. Values are escaped by default, so that texts of an order cannot add HTML. */

const STYLE = `
	:root { color-scheme: light; }
	* { box-sizing: border-box; }
	body { margin: 0; background: #eef2f5; color: #1b2733; font: 16px/1.5 system-ui, sans-serif; }
	main { max-width: 30rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border-radius: 12px; box-shadow: 0 1px 4px rgb(0 0 0 / 15%); }
	h1 { margin: 0 0 .25rem; font-size: 1.25rem; overflow-wrap: anywhere; }
	.amount { margin: 0 0 1rem; font-size: 2rem; font-weight: 700; }
	table { width: 100%; margin: 0 0 1rem; border-collapse: collapse; }
	caption { text-align: left; font-weight: 600; }
	th, td { padding: .35rem 0; border-bottom: 1px solid #dde3e8; text-align: left; overflow-wrap: anywhere; }
	.number { text-align: right; white-space: nowrap; }
	fieldset { margin: 0 0 1rem; padding: 0; border: 0; }
	legend { padding: 0; font-weight: 600; }
	label { display: flex; gap: .6rem; align-items: center; margin-top: .5rem; padding: .75rem; border: 1px solid #c4ccd4; border-radius: 8px; cursor: pointer; }
	button, .button { display: block; width: 100%; margin-top: .6rem; padding: .8rem; border: 1px solid #5a6876; border-radius: 8px; background: #fff; color: #1b2733; font: inherit; text-align: center; text-decoration: none; cursor: pointer; }
	.primary { border-color: #00588f; background: #00588f; color: #fff; font-weight: 600; }
	:focus-visible { outline: 3px solid #ffb300; outline-offset: 2px; }
	footer { margin: 1rem auto; max-width: 30rem; color: #4a5762; font-size: .85rem; text-align: center; }
`;

/** HTML that does not need to be escaped. */
export class Html {
	public constructor( public readonly markup: string ) {}
}

type Part = string | number | Html | readonly Html[];

/** A template tag that escapes all values except Html. */
export function html(
	strings: TemplateStringsArray,
	...values: readonly Part[]
): Html {
	return new Html(
		strings.reduce(
			( markup, text, index ) =>
				markup + text + toMarkup( values[ index ] ?? '' ),
			''
		)
	);
}

function toMarkup( value: Part ): string {
	if ( value instanceof Html ) {
		return value.markup;
	}
	if ( typeof value === 'object' ) {
		return value.map( ( part ) => part.markup ).join( '' );
	}
	return String( value )
		.replaceAll( '&', '&amp;' )
		.replaceAll( '<', '&lt;' )
		.replaceAll( '>', '&gt;' )
		.replaceAll( '"', '&quot;' )
		.replaceAll( "'", '&#39;' );
}

export const EMPTY = new Html( '' );

/** Returns a complete page. `state` identifies its content for tests. */
export function document( title: string, state: string, body: Html ): string {
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta
					name="viewport"
					content="width=device-width, initial-scale=1"
				/>
				<meta name="robots" content="noindex" />
				<title>${ title }</title>
				<style>
					${ new Html( STYLE ) }
				</style>
			</head>
			<body>
				<main data-state="${ state }">${ body }</main>
				<footer>
					Payment page of the MultiSafepay emulator. No real payments
					are processed.
				</footer>
			</body>
		</html>`.markup;
}
