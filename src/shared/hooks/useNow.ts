import { useEffect, useState } from '@wordpress/element';

const MINUTE = 60_000;

/** Returns the current time. It is updated every minute, because an order screen can stay open all day. */
export function useNow(): Date {
	const [ now, setNow ] = useState( () => new Date() );

	useEffect( () => {
		const timer = window.setInterval( () => setNow( new Date() ), MINUTE );
		return () => window.clearInterval( timer );
	}, [] );

	return now;
}
