import type {
	CustomerResult,
	PhoneDraft,
} from '../../new-orders/phone-order/schemas';
import { aDraft } from './wire';

/** Draft of a link for a new order. */
export function aPhoneDraft(): PhoneDraft {
	const { values, options } = aDraft();

	return {
		values: {
			...values,
			order_id: '',
			amount: 0,
			description: '',
			customer: {
				...values.customer,
				first_name: '',
				last_name: '',
				email: '',
				phone: '',
				address1: '',
				house_number: '',
				zip_code: '',
				city: '',
			},
			customer_id: 0,
			tax_class: '',
		},
		options: {
			...options,
			sites: options.sites.map( ( site ) => ( {
				...site,
				order_id: '',
			} ) ),
			cart: null,
			currencies: [
				{ code: 'EUR', name: 'Euro' },
				{ code: 'JPY', name: 'Japanese yen' },
			],
			tax_classes: [
				{ slug: '', name: 'Standard' },
				{ slug: 'none', name: 'No tax' },
			],
		},
		warnings: [],
		balance: null,
	};
}

export function aCustomerResult(
	changes: Partial< CustomerResult > = {}
): CustomerResult {
	return {
		id: 12,
		name: 'Robin Smit',
		email: 'robin@example.test',
		orders: 3,
		is_guest: false,
		customer: {
			...aDraft().values.customer,
			first_name: 'Robin',
			last_name: 'Smit',
			email: 'robin@example.test',
			zip_code: '1016 GV',
		},
		...changes,
	};
}
