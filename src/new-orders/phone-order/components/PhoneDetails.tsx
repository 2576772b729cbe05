import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { FieldMessages } from '../api/errors';
import { ExpiryFields } from '../components/ExpiryFields';
import { FieldHelp } from '../components/FormFields';
import {
	OrderIdField,
	SecondChanceField,
	SiteField,
} from '../components/PaymentParts';
import type { PhoneOrder } from './usePhoneOrder';

type Props = {
	phoneOrder: PhoneOrder;
	zone: string;
	isAdvanced: boolean;
	/** What the shop said about fields that are not a link's. */
	errors: FieldMessages;
};

/** What is filled in already and seldom changed. */
export function PhoneDetails( {
	phoneOrder: { form, draft, taxClass, setTaxClass },
	zone,
	isAdvanced,
	errors,
}: Props ) {
	const { sites, tax_classes: taxClasses } = draft.options;
	const isTest = sites.some(
		( { id, environment } ) =>
			id === form.values.site && environment === 'test'
	);
	const taxError = errors[ 'tax_class' ];

	return (
		<div className="msp-payment-links__fields">
			{ taxClasses.length > 1 && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					className={ `msp-payment-links__field${
						taxError === undefined ? '' : ' has-error'
					}` }
					label={ __(
						'Tax in the amount',
						'multisafepay-payment-links'
					) }
					help={ <FieldHelp error={ taxError } /> }
					aria-invalid={ taxError !== undefined }
					value={ taxClass }
					options={ taxClasses.map( ( { slug, name } ) => ( {
						value: slug,
						label: name,
					} ) ) }
					onChange={ setTaxClass }
				/>
			) }
			<ExpiryFields
				form={ form }
				zone={ zone }
				isAdvanced={ isAdvanced }
			/>
			{ ( sites.length > 1 || isTest || isAdvanced ) && (
				<SiteField form={ form } sites={ sites } />
			) }
			{ isAdvanced && (
				<>
					<OrderIdField form={ form } />
					<SecondChanceField form={ form } />
				</>
			) }
		</div>
	);
}
