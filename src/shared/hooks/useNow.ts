import { useEffect, useState } from '@wordpress/element';

const MINUTE = 60_000;

/** Returns the time, moving on every minute: an order screen stays open all day. */
export function useNow(): Date {
	const [ now, setNow ] = useState( () => new Date() );

	useEffect( () => {
		const timer = window.setInterval( () => setNow( new Date() ), MINUTE );
		return () => window.clearInterval( timer );
	}, [] );

	return now;
}
