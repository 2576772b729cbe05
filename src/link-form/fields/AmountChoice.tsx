import { RadioControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { Draft } from '../../shared/api/schemas';
import { FieldHelp } from '../../shared/components/FieldHelp';
import { formatMoney } from '../../shared/utils/money';
import type { LinkForm } from '../hooks/useLinkForm';
import { balanceToPay, remainderOf } from '../model/amount';
import { fieldClass, NO_FORM } from './FormFields';
import { AmountField } from './link-fields';

type Props = {
	form: LinkForm;
	draft: Draft;
};

/** The full amount due or a part of it. If nothing is due, any amount can be entered. */
export function AmountChoice( { form, draft }: Props ) {
	const { currency } = draft.values;
	const { kind } = form.values;
	const balance = balanceToPay( draft );
	if ( balance === null ) {
		return <AmountField form={ form } currency={ currency } />;
	}

	const error =
		form.errors.kind ??
		( kind === 'full' ? form.errors.amount : undefined );

	return (
		<div className="msp-payment-links__amount-choice">
			<RadioControl
				className={ fieldClass( 'kind', error ) }
				label={ __( 'Amount', 'multisafepay-payment-links' ) }
				help={
					error === undefined ? undefined : (
						<FieldHelp error={ error } />
					)
				}
				selected={ kind }
				options={ [
					{
						value: 'full',
						label: sprintf(
							/* translators: %s: amount due. */
							__(
								'Full amount (%s)',
								'multisafepay-payment-links'
							),
							formatMoney( balance.due, currency )
						),
					},
					{
						value: 'partial',
						label: __(
							'Partial amount',
							'multisafepay-payment-links'
						),
					},
				] }
				onChange={ ( value ) =>
					form.change( {
						kind: value === 'full' ? 'full' : 'partial',
					} )
				}
				aria-invalid={ error !== undefined }
				// The names of radio buttons must not be submitted with the order.
				form={ NO_FORM }
			/>
			{ kind === 'partial' && (
				<AmountField
					form={ form }
					currency={ currency }
					hint={ remainderHint(
						remainderOf( form.values, draft ),
						currency
					) }
				/>
			) }
		</div>
	);
}

function remainderHint(
	remainder: number | null,
	currency: string
): string | undefined {
	if ( remainder === null ) {
		return undefined;
	}

	return remainder === 0
		? __(
				'Nothing remains due after this link.',
				'multisafepay-payment-links'
		  )
		: sprintf(
				/* translators: %s: amount. */
				__(
					'%s remains due after this link.',
					'multisafepay-payment-links'
				),
				formatMoney( remainder, currency )
		  );
}
