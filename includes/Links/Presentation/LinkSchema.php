<?php
/**
 * The schema of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;

/**
 * JSON schema of what the link routes return.
 *
 * @phpstan-type Schema array<string, mixed>
 */
final class LinkSchema {

	/**
	 * Returns the schema of a link.
	 *
	 * @return Schema
	 */
	public function link(): array {
		return $this->an_object( 'multisafepay_payment_link', $this->fields() );
	}

	/**
	 * Returns the schema of a link with its history.
	 *
	 * @return Schema
	 */
	public function link_with_events(): array {
		$events = [
			'type'  => 'array',
			'items' => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'at'      => $this->time( 'string' ),
					'by'      => $this->person( [ 'object', 'null' ] ),
					'source'  => [
						'type' => 'string',
						'enum' => [ Actor::STAFF, Actor::SYSTEM, Actor::PROVIDER ],
					],
					'from'    => [ 'type' => [ 'string', 'null' ] ],
					'to'      => [
						'type' => 'string',
						'enum' => array_column( LinkStatus::cases(), 'value' ),
					],
					'reason'  => [ 'type' => 'string' ],
					'message' => [ 'type' => 'string' ],
					'detail'  => [ 'type' => 'string' ],
				],
			],
		];

		return $this->an_object(
			'multisafepay_payment_link_with_events',
			[
				...$this->fields(),
				'events' => $events,
				'phone'  => [ 'type' => 'string' ],
			]
		);
	}

	/**
	 * Returns the schema of a total.
	 *
	 * @return Schema
	 */
	public function total(): array {
		return $this->an_object(
			'multisafepay_payment_link_total',
			[
				'state'       => [
					'type' => 'string',
					'enum' => [ 'open', 'paid', 'expired' ],
				],
				'environment' => [
					'type' => 'string',
					'enum' => array_column( Environment::cases(), 'value' ),
				],
				'currency'    => [ 'type' => 'string' ],
				'count'       => [ 'type' => 'integer' ],
				'amount'      => [
					'type'        => 'integer',
					'description' => 'In the currency’s smallest unit.',
				],
			]
		);
	}

	/**
	 * Returns a schema without other properties.
	 *
	 * @param string               $title      Name of the resource.
	 * @param array<string, mixed> $properties By name.
	 * @return Schema
	 */
	private function an_object( string $title, array $properties ): array {
		return [
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => $title,
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => $properties,
		];
	}

	/**
	 * Returns the properties of a link.
	 *
	 * @return array<string, mixed>
	 */
	private function fields(): array {
		$text     = [ 'type' => 'string' ];
		$optional = [ 'type' => [ 'string', 'null' ] ];
		$id       = [ 'type' => 'integer' ];

		return [
			'id'              => $id,
			'wc_order_id'     => $id,
			'wc_order_number' => $text,
			'site'            => $text,
			'environment'     => $text + [ 'enum' => array_column( Environment::cases(), 'value' ) ],
			'order_id'        => $text + [ 'maxLength' => 50 ],
			'status'          => $text + [ 'enum' => array_column( LinkStatus::cases(), 'value' ) ],
			'amount'          => $id + [ 'description' => 'In the currency’s smallest unit.' ],
			'currency'        => $text + [ 'pattern' => '^[A-Z]{3}$' ],
			'description'     => $text,
			'payment_url'     => $optional + [ 'format' => 'uri' ],
			'created_at'      => $this->time( 'string' ),
			'created_by'      => $this->person( 'object' ),
			'expires_at'      => $this->time( [ 'string', 'null' ] ),
			'paid_at'         => $this->time( [ 'string', 'null' ] ),
			'transaction_id'  => $optional,
			'payment_method'  => $optional,
			'customer'        => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'first_name' => $text,
					'last_name'  => $text,
					'email'      => $text,
					'country'    => $text,
					'locale'     => $text,
				],
			],
			'gateway'         => $optional,
			'second_chance'   => [ 'type' => 'boolean' ],
			'duplicate_of'    => [ 'type' => [ 'integer', 'null' ] ],
			'stale'           => [ 'type' => 'boolean' ],
			'edit_url'        => $text,
			'status_reason'   => $optional,
			'sent_at'         => $this->time( [ 'string', 'null' ] ),
			'note'            => $text,
			'include_cart'    => [ 'type' => 'boolean' ],
			'alarm'           => [
				'type'                 => [ 'object', 'null' ],
				'additionalProperties' => false,
				'properties'           => [
					'code'    => $text + [ 'enum' => array_column( LinkAlarm::cases(), 'value' ) ],
					'message' => $text,
				],
			],
		];
	}

	/**
	 * Returns the schema of a time.
	 *
	 * @param string|list<string> $type JSON type.
	 * @return Schema
	 */
	private function time( string|array $type ): array {
		return [
			'type'        => $type,
			'format'      => 'date-time',
			'description' => 'UTC.',
		];
	}

	/**
	 * Returns the schema of a user.
	 *
	 * @param string|list<string> $type JSON type.
	 * @return Schema
	 */
	private function person( string|array $type ): array {
		return [
			'type'                 => $type,
			'additionalProperties' => false,
			'properties'           => [
				'id'   => [ 'type' => 'integer' ],
				'name' => [ 'type' => 'string' ],
			],
		];
	}
}
