import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ComponentProps } from 'react';

import { ApiError } from '../../../shared/api/errors';
import { ErrorNotice } from '../../../shared/components/ErrorNotice';
import { useRequest } from '../../../shared/hooks/useRequest';
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
	const { state, run, reset } = useRequest< Opened >();
	const isLoading = state.status === 'loading';

	async function load(): Promise< Opened > {
		const [ module, draft ] = await Promise.all( [
			loadDialog(),
			client.draft(),
		] );
		return { module, draft };
	}

	return (
		<div className="msp-payment-links__new">
			<Button
				__next40pxDefaultSize
				variant="primary"
				isBusy={ isLoading }
				disabled={ isLoading }
				accessibleWhenDisabled
				onClick={ () => void run( load ) }
			>
				{ __( 'New payment link', 'multisafepay-payment-links' ) }
			</Button>
			{ state.status === 'error' && (
				<ErrorNotice message={ state.error.message } />
			) }
			{ state.status === 'success' && (
				<state.data.module.PhoneOrderDialog
					{ ...props }
					draft={ state.data.draft }
					onClose={ reset }
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
