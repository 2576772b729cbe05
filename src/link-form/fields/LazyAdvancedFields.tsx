import { Spinner } from '@wordpress/components';
import { lazy, Suspense, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ComponentProps } from 'react';

import { LoadErrorBoundary } from '../../shared/components/LoadErrorBoundary';
import type AdvancedFields from './AdvancedFields';

type Props = ComponentProps< typeof AdvancedFields >;

function load() {
	return import(
		/* webpackChunkName: "advanced-fields" */ './AdvancedFields'
	);
}

/** Loads the fields before they are needed. */
export function prefetchAdvancedFields(): void {
	// A failure is shown when the fields are opened, with a button to try again.
	load().catch( () => undefined );
}

/** The advanced fields in their own chunk, so that the order screen loads faster. */
export function LazyAdvancedFields( props: Props ) {
	// A lazy component caches its failure, so each attempt needs a new one.
	const [ Fields, setFields ] = useState( () => lazy( load ) );

	return (
		<LoadErrorBoundary onTryAgain={ () => setFields( lazy( load ) ) }>
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
		</LoadErrorBoundary>
	);
}
