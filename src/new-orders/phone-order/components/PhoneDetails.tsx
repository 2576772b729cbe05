import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { ExpiryFields } from '../../../link-form/fields/ExpiryFields';
import {
	OrderIdField,
	SecondChanceField,
	SiteField,
} from '../../../link-form/fields/link-fields';
import type { FieldMessages } from '../../../shared/api/errors';
import { FieldHelp } from '../../../shared/components/FieldHelp';
import type { PhoneOrder } from '../hooks/usePhoneOrder';

type Props = {
	phoneOrder: PhoneOrder;
	zone: string;
	isAdvanced: boolean;
	/** Messages for fields that only orders have. */
	errors: FieldMessages;
};

/** Fields with a default value that rarely changes. */
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
