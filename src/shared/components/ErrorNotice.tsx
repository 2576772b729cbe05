import { Notice } from '@wordpress/components';
import type { ReactNode } from 'react';

type Props = {
	message: string;
	children?: ReactNode;
};

/** Shows an error and announces it to screen readers. */
export function ErrorNotice( { message, children }: Props ) {
	return (
		<Notice
			className="msp-payment-links__notice"
			status="error"
			isDismissible={ false }
			spokenMessage={ message }
		>
			<p>{ message }</p>
			{ children }
		</Notice>
	);
}
