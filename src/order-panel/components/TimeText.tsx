import { formatDateTime, formatRelative } from '../utils/dates';

type Props = {
	iso: string;
	now: Date;
};

/** Shows a moment both ways: how far it is, for the phone, and when exactly, for the customer. */
export function TimeText( { iso, now }: Props ) {
	const exact = formatDateTime( iso );

	return (
		<time dateTime={ iso } title={ exact }>
			{ `${ formatRelative( iso, now ) } (${ exact })` }
		</time>
	);
}
