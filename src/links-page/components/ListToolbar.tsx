import {
	Button,
	CheckboxControl,
	Dropdown,
	Spinner,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { Column } from '../columns';

type Props = {
	columns: readonly Column[];
	/** Ids of hidden columns. */
	hidden: readonly string[];
	onHide: ( hidden: readonly string[] ) => void;
	/** URL of the CSV file, with the current filters. */
	exportUrl: string;
	isLoading: boolean;
};

/** Column selection, CSV download and loading indicator. */
export function ListToolbar( {
	columns,
	hidden,
	onHide,
	exportUrl,
	isLoading,
}: Props ) {
	function hide( id: string, isShown: boolean ): void {
		const others = hidden.filter( ( other ) => other !== id );
		onHide( isShown ? others : [ ...others, id ] );
	}

	return (
		<div className="msp-payment-links__tools">
			<Dropdown
				popoverProps={ { placement: 'bottom-start' } }
				renderToggle={ ( { isOpen, onToggle } ) => (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						aria-expanded={ isOpen }
						onClick={ onToggle }
					>
						{ __( 'Columns', 'multisafepay-payment-links' ) }
					</Button>
				) }
				renderContent={ () => (
					<fieldset className="msp-payment-links__columns">
						<legend className="screen-reader-text">
							{ __( 'Columns', 'multisafepay-payment-links' ) }
						</legend>
						{ columns.map( ( { id, title } ) => (
							<CheckboxControl
								key={ id }
								__nextHasNoMarginBottom
								label={ title }
								checked={ ! hidden.includes( id ) }
								onChange={ ( isShown ) => hide( id, isShown ) }
							/>
						) ) }
					</fieldset>
				) }
			/>
			<Button __next40pxDefaultSize variant="tertiary" href={ exportUrl }>
				{ __( 'Download as CSV', 'multisafepay-payment-links' ) }
			</Button>
			{ isLoading && (
				<span role="status">
					<Spinner />
					{ __( 'Loading…', 'multisafepay-payment-links' ) }
				</span>
			) }
		</div>
	);
}
