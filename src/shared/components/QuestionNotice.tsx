import { Notice } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import type { ReactNode } from 'react';

type Props = {
	question: string;
	/** Buttons, the most likely answer first. */
	children: ReactNode;
};

/**
 * Asks a question before an action. The question gets the focus, so that a second Enter does not answer it by accident.
 */
export function QuestionNotice( { question, children }: Props ) {
	const text = useRef< HTMLParagraphElement >( null );

	useEffect( () => text.current?.focus(), [] );

	return (
		<Notice
			className="msp-payment-links__notice"
			status="warning"
			isDismissible={ false }
			spokenMessage=""
		>
			<p ref={ text } tabIndex={ -1 }>
				{ question }
			</p>
			{ children }
		</Notice>
	);
}
