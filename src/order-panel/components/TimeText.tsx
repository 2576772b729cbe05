import { formatDateTime, formatRelative } from '../../shared/utils/dates';

type Props = {
	iso: string;
	now: Date;
};

/** Shows a date both relative to now and absolute. */
export function TimeText( { iso, now }: Props ) {
	const exact = formatDateTime( iso );

	return (
		<time dateTime={ iso } title={ exact }>
			{ `${ formatRelative( iso, now ) } (${ exact })` }
		</time>
	);
}
