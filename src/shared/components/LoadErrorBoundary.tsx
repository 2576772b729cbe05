import { Button } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

import { loadFailureWords } from '../utils/load-failure';
import { ErrorNotice } from './ErrorNotice';

type Props = {
	/** Puts fresh children in place before they are shown again. */
	onTryAgain: () => void;
	children: ReactNode;
};

/** Says so when a dialog cannot be loaded, and keeps the panel behind it alive. */
export class DialogBoundary extends Component< Props, { hasFailed: boolean } > {
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
			<ErrorNotice message={ loadFailureWords() }>
				<Button variant="secondary" onClick={ this.tryAgain }>
					{ __( 'Try again', 'multisafepay-payment-links' ) }
				</Button>
			</ErrorNotice>
		);
	}
}
