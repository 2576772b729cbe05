import { Notice } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import type { ReactNode } from 'react';

type Props = {
	question: string;
	/** Answers, in the order of what is wanted most. */
	children: ReactNode;
};

/** Asks something before anything happens. The question gets the focus: a second Enter must answer nothing that nobody has read. */
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
