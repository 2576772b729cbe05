import type { Draft } from '../../shared/api/schemas';
import type { LinkForm } from '../hooks/useLinkForm';
import { ExpiryFields } from './ExpiryFields';
import { AmountChoice } from './AmountChoice';
import {
	DescriptionField,
	OrderIdField,
	SecondChanceField,
	SiteField,
} from './link-fields';

type Props = {
	form: LinkForm;
	draft: Draft;
	zone: string;
	isAdvanced: boolean;
};

export function PaymentFields( { form, draft, zone, isAdvanced }: Props ) {
	return (
		<div className="msp-payment-links__fields">
			<SiteField form={ form } sites={ draft.options.sites } />
			<AmountChoice form={ form } draft={ draft } />
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
