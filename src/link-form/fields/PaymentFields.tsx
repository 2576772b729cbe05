import type { Draft } from '../api/schemas';
import type { LinkForm } from '../hooks/useLinkForm';
import { ExpiryFields } from './ExpiryFields';
import {
	AmountField,
	DescriptionField,
	OrderIdField,
	SecondChanceField,
	SiteField,
} from './PaymentParts';

type Props = {
	form: LinkForm;
	draft: Draft;
	/** The shop's time zone. */
	zone: string;
	isAdvanced: boolean;
};

/** What the link asks for. */
export function PaymentFields( { form, draft, zone, isAdvanced }: Props ) {
	return (
		<div className="msp-payment-links__fields">
			<SiteField form={ form } sites={ draft.options.sites } />
			<AmountField form={ form } currency={ draft.values.currency } />
			<OrderIdField form={ form } />
			<ExpiryFields
				form={ form }
				zone={ zone }
				isAdvanced={ isAdvanced }
			/>
			<DescriptionField form={ form } />
			<SecondChanceField form={ form } />
		</div>
	);
}
