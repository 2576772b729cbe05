import { Spinner } from '@wordpress/components';
import { lazy, Suspense, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ComponentProps } from 'react';

import type AdvancedFields from './AdvancedFields';
import { DialogBoundary } from './DialogBoundary';

type Props = ComponentProps< typeof AdvancedFields >;

function load() {
	return import( './AdvancedFields' );
}

/** Fetches the fields before anybody asks for them. */
export function prefetchAdvancedPart(): void {
	// A failure shows, and can be mended, when the fields are wanted.
	load().catch( () => undefined );
}

/** The advanced fields, in a file of their own, so that the order screen opens fast. */
export function AdvancedPart( props: Props ) {
	// A lazy component keeps its failure for ever: each try needs a new one.
	const [ Fields, setFields ] = useState( () => lazy( load ) );

	return (
		<DialogBoundary onTryAgain={ () => setFields( lazy( load ) ) }>
			<Suspense
				fallback={
					<p role="status">
						<Spinner />
						{ __( 'Loading…', 'multisafepay-payment-links' ) }
					</p>
				}
			>
				<Fields { ...props } />
			</Suspense>
		</DialogBoundary>
	);
}
