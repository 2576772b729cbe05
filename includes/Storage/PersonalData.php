<?php
/**
 * Personal data in the tables.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Finds the links of a person, and takes the person out of them. What money did stays: amount, states, times, ids.
 */
final class PersonalData {

	/**
	 * Takes the database and the codecs.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly LinkRow $row,
		private readonly DetailsJson $details,
	) {}

	/**
	 * Returns links whose payer has this e-mail address, oldest first, beginning behind one.
	 *
	 * @return list<PaymentLink>
	 */
	public function of_email( string $email, int $after_id, int $limit ): array {
		return array_map(
			$this->row->to_link( ... ),
			$this->database->rows( 'SELECT * FROM %i WHERE email = %s AND id > %d ORDER BY id LIMIT %d', [ $this->schema->links(), $email, $after_id, $limit ] )
		);
	}

	/**
	 * Returns an order's links.
	 *
	 * @return list<PaymentLink>
	 */
	public function of_order( int $wc_order_id ): array {
		return array_map(
			$this->row->to_link( ... ),
			$this->database->rows( 'SELECT * FROM %i WHERE wc_order_id = %d ORDER BY id', [ $this->schema->links(), $wc_order_id ] )
		);
	}

	/**
	 * Takes the person out of a link and its history. Erasing twice is the same as once.
	 */
	public function erase( PaymentLink $link ): void {
		$before = $link->details;
		$after  = new LinkDetails( $before->amount, '', $before->seconds_active, $before->second_chance, $before->gateway, Customer::from_input( [] ), null, $before->include_cart, null, null, '' );

		$this->database->update_if(
			$this->schema->links(),
			[
				'first_name' => '',
				'last_name'  => '',
				'email'      => '',
				'details'    => $this->details->encode( $after ),
			],
			[ 'id' => $link->id ]
		);
		$this->erase_history( $link->id );
	}

	/**
	 * Empties the facts of a link's history: one may be an address that it was sent to.
	 */
	private function erase_history( int $link_id ): void {
		$rows = $this->database->rows( "SELECT id FROM %i WHERE link_id = %d AND detail <> '' AND reason <> %s", [ $this->schema->events(), $link_id, LinkReason::RetirePending->value ] );
		foreach ( $rows as $row ) {
			$this->database->update_if( $this->schema->events(), [ 'detail' => '' ], [ 'id' => ( new Columns( $row ) )->number( 'id' ) ?? 0 ] );
		}
	}
}
