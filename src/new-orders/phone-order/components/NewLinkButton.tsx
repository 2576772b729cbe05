import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ComponentProps } from 'react';

import { ApiError, toApiError } from '../api/errors';
import { ErrorNotice } from '../components/ErrorNotice';
import { loadFailureWords } from '../utils/load-failure';
import type * as DialogPart from './PhoneOrderDialog';
import type { PhoneDraft } from './schemas';

type DialogProps = ComponentProps< typeof DialogPart.PhoneOrderDialog >;

type Props = Omit< DialogProps, 'draft' | 'onClose' >;

type Opened = {
	readonly part: typeof DialogPart;
	readonly draft: PhoneDraft;
};

/** Opens the form for a payment that has no order yet, once it is loaded and its draft is there. */
export function NewLink( props: Props ) {
	const { client } = props;
	const [ opened, setOpened ] = useState< Opened | null >( null );
	const [ isLoading, setIsLoading ] = useState( false );
	const [ failure, setFailure ] = useState< string | null >( null );

	async function open(): Promise< void > {
		setIsLoading( true );
		setFailure( null );
		try {
			const [ part, draft ] = await Promise.all( [
				loadPart(),
				client.draft(),
			] );
			setOpened( { part, draft } );
		} catch ( thrown ) {
			setFailure( toApiError( thrown ).message );
		} finally {
			setIsLoading( false );
		}
	}

	return (
		<div className="msp-payment-links__new">
			<Button
				__next40pxDefaultSize
				variant="primary"
				isBusy={ isLoading }
				disabled={ isLoading }
				accessibleWhenDisabled
				onClick={ () => void open() }
			>
				{ __( 'New payment link', 'multisafepay-payment-links' ) }
			</Button>
			{ failure !== null && <ErrorNotice message={ failure } /> }
			{ opened !== null && (
				<opened.part.PhoneOrderDialog
					{ ...props }
					draft={ opened.draft }
					onClose={ () => setOpened( null ) }
				/>
			) }
		</div>
	);
}

async function loadPart(): Promise< typeof DialogPart > {
	try {
		return await import(
			/* webpackChunkName: "phone-order" */ './PhoneOrderDialog'
		);
	} catch {
		throw new ApiError( {
			code: 'not_loaded',
			message: loadFailureWords(),
		} );
	}
}
