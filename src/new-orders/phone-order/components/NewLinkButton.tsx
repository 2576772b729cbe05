import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ComponentProps } from 'react';

import { ApiError, toApiError } from '../../../shared/api/errors';
import { ErrorNotice } from '../../../shared/components/ErrorNotice';
import { loadErrorMessage } from '../../../shared/utils/load-error';
import type { PhoneDraft } from '../schemas';
import type * as DialogModule from './PhoneOrderDialog';

type DialogProps = ComponentProps< typeof DialogModule.PhoneOrderDialog >;

type Props = Omit< DialogProps, 'draft' | 'onClose' >;

type Opened = {
	readonly module: typeof DialogModule;
	readonly draft: PhoneDraft;
};

/** Opens the form for a phone order after its script and draft are loaded. */
export function NewLinkButton( props: Props ) {
	const { client } = props;
	const [ opened, setOpened ] = useState< Opened | null >( null );
	const [ isLoading, setIsLoading ] = useState( false );
	const [ failure, setFailure ] = useState< string | null >( null );

	async function open(): Promise< void > {
		setIsLoading( true );
		setFailure( null );
		try {
			const [ module, draft ] = await Promise.all( [
				loadDialog(),
				client.draft(),
			] );
			setOpened( { module, draft } );
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
				<opened.module.PhoneOrderDialog
					{ ...props }
					draft={ opened.draft }
					onClose={ () => setOpened( null ) }
				/>
			) }
		</div>
	);
}

async function loadDialog(): Promise< typeof DialogModule > {
	try {
		return await import(
			/* webpackChunkName: "phone-order" */ './PhoneOrderDialog'
		);
	} catch {
		throw new ApiError( {
			code: 'not_loaded',
			message: loadErrorMessage(),
		} );
	}
}
