import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import type { LinkPage } from '../config';
import { PER_PAGE, type View } from '../view';

type Props = {
	page: LinkPage;
	view: View;
	show: ( change: Partial< View > ) => void;
};

export function Pagination( {
	page: { total, has_more: hasMore },
	view,
	show,
}: Props ) {
	const pages = Math.max( 1, Math.ceil( total / PER_PAGE ) );

	return (
		<nav
			className="msp-payment-links__pages"
			aria-label={ __( 'Pages', 'multisafepay-payment-links' ) }
		>
			<span>
				{ hasMore
					? sprintf(
							/* translators: 1: number of links. 2: page. 3: number of pages. */
							__(
								'More than %1$d links, page %2$d of %3$d',
								'multisafepay-payment-links'
							),
							total,
							view.page,
							pages
					  )
					: sprintf(
							/* translators: 1: number of links. 2: page. 3: number of pages. */
							__(
								'Links: %1$d, page %2$d of %3$d',
								'multisafepay-payment-links'
							),
							total,
							view.page,
							pages
					  ) }
			</span>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ view.page <= 1 }
				accessibleWhenDisabled
				onClick={ () =>
					show( { page: Math.min( view.page - 1, pages ) } )
				}
			>
				{ __( 'Previous page', 'multisafepay-payment-links' ) }
			</Button>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ view.page >= pages }
				accessibleWhenDisabled
				onClick={ () => show( { page: view.page + 1 } ) }
			>
				{ __( 'Next page', 'multisafepay-payment-links' ) }
			</Button>
		</nav>
	);
}
