<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

/**
 * The source of a site's key. Staff can change the first three in the settings; the last two only change on the server.
 */
enum KeySource: string {

	case None        = 'none';
	case Stored      = 'stored';
	case Official    = 'official';
	case Constant    = 'constant';
	case Environment = 'environment';
}
