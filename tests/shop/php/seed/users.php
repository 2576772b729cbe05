<?php
/**
 * Users of the shop. The password of all users is "password".
 */

declare( strict_types = 1 );

function seed_users(): void {
	$users = [
		[ 'sam', 'Sam', 'de Boer', 'shop_manager', 'en_US' ],
		[ 'robin', 'Robin', 'Smit', 'customer', 'nl_NL' ],
		[ 'writer', 'Wil', 'Writer', 'author', 'en_US' ],
	];
	foreach ( $users as [ $login, $first, $last, $role, $locale ] ) {
		wp_insert_user(
			[
				'user_login'   => $login,
				'user_pass'    => 'password',
				'user_email'   => $login . '@example.test',
				'first_name'   => $first,
				'last_name'    => $last,
				'display_name' => $first . ' ' . $last,
				'role'         => $role,
				'locale'       => $locale,
			]
		);
	}
}
