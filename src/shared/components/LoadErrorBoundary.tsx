import { Button } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

import { loadErrorMessage } from '../utils/load-error';
import { ErrorNotice } from './ErrorNotice';

type Props = {
	/** Replaces the children before they are rendered again. */
	onTryAgain: () => void;
	children: ReactNode;
};

/** Shows an error if a part of the page cannot be loaded. The rest of the page keeps working. */
export class LoadErrorBoundary extends Component<
	Props,
	{ hasFailed: boolean }
> {
	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override state = { hasFailed: false };

	private readonly tryAgain = (): void => {
		this.props.onTryAgain();
		this.setState( { hasFailed: false } );
	};

	override render(): ReactNode {
		if ( ! this.state.hasFailed ) {
			return this.props.children;
		}

		return (
			<ErrorNotice message={ loadErrorMessage() }>
				<Button variant="secondary" onClick={ this.tryAgain }>
					{ __( 'Try again', 'multisafepay-payment-links' ) }
				</Button>
			</ErrorNotice>
		);
	}
}
