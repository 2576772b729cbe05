<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Rest;

use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchStatus;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;

/**
 * REST arguments and schema of batches.
 */
final class BatchSchema {

	/**
	 * Returns the arguments to start or preview a batch. WordPress does not validate them, because BatchRequest reports
	 * all invalid fields at once.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function arguments(): array {
		$ids = [
			'type'     => 'array',
			'maxItems' => Batch::MAX_ITEMS,
			'items'    => [
				'type'    => 'integer',
				'minimum' => 1,
			],
		];

		$arguments = [
			'action'          => [
				'type'        => 'string',
				'enum'        => array_column( BatchAction::cases(), 'value' ),
				'description' => 'What is done to each.',
			],
			'wc_order_ids'    => $ids + [ 'description' => 'Orders; or else links.' ],
			'link_ids'        => $ids + [ 'description' => 'Links, for everything but create.' ],
			'send'            => [
				'type'        => 'boolean',
				'description' => 'Whether new links are sent by e-mail.',
			],
			'message'         => [
				'type'        => 'string',
				'description' => 'Personal message of the e-mails.',
			],
			'site'            => [
				'type'        => 'string',
				'description' => 'Site of new links; the default one when left out.',
			],
			'days_active'     => [
				'type'        => 'integer',
				'description' => 'Days that new links can be paid.',
			],
			'idempotency_key' => [
				'type'        => 'string',
				'description' => 'The same key starts one batch.',
			],
		];

		return array_map(
			static fn ( array $argument ): array => [
				...$argument,
				'validate_callback' => null,
				'sanitize_callback' => null,
			],
			$arguments
		);
	}

	/**
	 * Returns the schema of a preview.
	 *
	 * @return array<string, mixed>
	 */
	public static function preview(): array {
		$text   = [ 'type' => 'string' ];
		$number = [ 'type' => 'integer' ];

		return [
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'multisafepay-payment-links-batch-preview',
			'type'       => 'object',
			'properties' => [
				'total'     => $number + [ 'description' => 'Number of items of the batch.' ],
				'previewed' => $number + [ 'description' => 'Number of items in this preview.' ],
				'eligible'  => $number + [ 'description' => 'Items that the batch would not skip.' ],
				'emails'    => $number + [ 'description' => 'Items for which the batch would send an email.' ],
				'items'     => [
					'type'  => 'array',
					'items' => [
						'type'       => 'object',
						'properties' => [
							'wc_order_id'     => $number,
							'wc_order_number' => $text,
							'order_id'        => [ 'type' => [ 'string', 'null' ] ],
							'skip_reason'     => [
								'type' => [ 'string', 'null' ],
								'enum' => [ ...array_column( ItemReason::cases(), 'value' ), null ],
							],
							'message'         => $text + [ 'description' => 'Why the item would be skipped.' ],
							'email_to'        => $text,
						],
					],
				],
			],
		];
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function batch(): array {
		$text = [ 'type' => 'string' ];
		$time = [
			'type'   => [ 'string', 'null' ],
			'format' => 'date-time',
		];

		return [
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'multisafepay-payment-links-batch',
			'type'       => 'object',
			'properties' => [
				'id'           => [ 'type' => 'integer' ],
				'action'       => $text,
				'title'        => $text,
				'send'         => [ 'type' => 'boolean' ],
				'status'       => [
					'type' => 'string',
					'enum' => array_column( BatchStatus::cases(), 'value' ),
				],
				'message'      => [
					'type'        => 'string',
					'description' => 'Why it was stopped.',
				],
				'total'        => [ 'type' => 'integer' ],
				'counts'       => [
					'type'                 => 'object',
					'description'          => 'Items by status.',
					'additionalProperties' => [ 'type' => 'integer' ],
				],
				'created_at'   => $time,
				'created_by'   => [ 'type' => 'object' ],
				'finished_at'  => $time,
				'paused_until' => $time,
				'issues'     => [
					'type'        => 'array',
					'description' => 'What failed, was skipped, or has no e-mail; the first hundred.',
					'items'       => [ 'type' => 'object' ],
				],
			],
		];
	}
}
