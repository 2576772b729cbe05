import type { LinksConfig } from '../../links-page/config';
import type { Link } from '../api/schemas';
import { aLink } from './wire';

/** Config of the page of all links. */
export function aLinksConfig(
	links: Link[] = [ aLink() ],
	total = links.length
): LinksConfig {
	return {
		page: { links, total, has_more: false },
		sites: [ { id: 'main', label: 'Main site', environment: 'test' } ],
		hidden_columns: [],
		can_create_orders: true,
		export_url: '/export?_wpnonce=1',
		settings_url: '',
		can_manage_settings: true,
		share: {
			message_template: '',
			phone: '',
			shop_name: 'Shop',
			email_enabled: true,
		},
		timezone: 'UTC',
		poll_seconds: 3,
		currency_exponents: [],
	};
}
