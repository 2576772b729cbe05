<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkForm;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( LinkForm::class )]
#[CoversClass( LinkInput::class )]
#[CoversClass( InputBag::class )]
final class LinkFormTest extends TestCase {

	public function test_the_example_request_is_read(): void {
		$form    = LinkForm::read( self::body() );
		$details = $form->validated();

		self::assertSame( 'main', $form->site );
		self::assertNull( $form->order_id );
		self::assertFalse( $form->confirm_amount );
		self::assertSame( '3f0a1c8e-6f1d-4a51-9d0f-0b8f4c6d2e11', $form->idempotency_key );
		self::assertSame( 8000, $details->amount->amount );
		self::assertSame( 'EUR', $details->amount->currency->code );
		self::assertSame( 'Order 1001', $details->description );
		self::assertSame( 30 * 86_400, $details->seconds_active );
		self::assertSame( 'eva@example.com', $details->customer->email );
		self::assertNull( $details->delivery );
		self::assertNull( $details->gateway );
		self::assertTrue( $details->include_cart );
	}

	public function test_all_errors_are_reported_at_once(): void {
		$errors = self::errors_of(
			[
				'amount'          => 0,
				'order_id'        => 'PL 1',
				'description'     => ' ',
				'days_active'     => 0,
				'gateway'         => 'i deal',
				'customer'        => [ 'email' => 'nobody', 'country' => 'Holland', 'locale' => 'xx' ],
				'delivery'        => [ 'first_name' => 'Eva' ],
				'redirect_url'    => 'ftp://shop.example',
				'cancel_url'      => 'javascript:alert(1)',
				'note'            => str_repeat( 'é', 1001 ),
				'idempotency_key' => 'short',
			]
		);

		self::assertSame(
			[
				'amount'                => 'amount_too_low',
				'order_id'              => 'order_id_characters',
				'description'           => 'description_empty',
				'days_active'           => 'days_out_of_range',
				'gateway'               => 'gateway_unavailable',
				'customer.email'        => 'invalid_email',
				'customer.country'      => 'invalid_country',
				'customer.locale'       => 'invalid_locale',
				'delivery.last_name'    => 'required',
				'delivery.address1'     => 'required',
				'delivery.house_number' => 'required',
				'delivery.zip_code'     => 'required',
				'delivery.city'         => 'required',
				'delivery.country'      => 'required',
				'redirect_url'          => 'invalid_url',
				'cancel_url'            => 'invalid_url',
				'note'                  => 'too_long',
				'idempotency_key'       => 'invalid_idempotency_key',
			],
			$errors
		);
	}

	public function test_an_invalid_currency_does_not_hide_an_invalid_amount(): void {
		self::assertEqualsCanonicalizing(
			[ 'amount', 'currency' ],
			array_keys( self::errors_of( [ 'amount' => -5, 'currency' => 'euro' ] ) )
		);
	}

	public function test_an_invalid_country_does_not_hide_a_missing_email_address_for_second_chance(): void {
		$errors = self::errors_of( [ 'second_chance' => true, 'customer' => [ 'country' => 'Holland' ] ] );

		self::assertEqualsCanonicalizing( [ 'customer.country', 'customer.email' ], array_keys( $errors ) );
	}

	#[DataProvider( 'wrong_fields' )]
	public function test_an_invalid_field_is_refused( string $field, string $reason, mixed $value ): void {
		self::assertSame( [ $field => $reason ], self::errors_of( [ $field => $value ] ) );
	}

	/**
	 * @return array<string, array{string, string, mixed}>
	 */
	public static function wrong_fields(): array {
		return [
			'no amount'                           => [ 'amount', 'amount_too_low', null ],
			'an amount of zero'                   => [ 'amount', 'amount_too_low', 0 ],
			'a negative amount'                   => [ 'amount', 'amount_too_low', -1 ],
			'the most negative amount'            => [ 'amount', 'amount_too_low', PHP_INT_MIN ],
			'an amount above the maximum'         => [ 'amount', 'amount_too_high', 1_000_000_000_000 ],
			'the largest integer'                 => [ 'amount', 'amount_too_high', PHP_INT_MAX ],
			'a fraction of a cent'                => [ 'amount', 'amount_too_low', 80.5 ],
			'an amount as a float'                => [ 'amount', 'amount_too_low', 8000.0 ],
			'an amount as text'                   => [ 'amount', 'amount_too_low', '8000' ],
			'an amount as a list'                 => [ 'amount', 'amount_too_low', [ 8000 ] ],
			'a boolean as an amount'              => [ 'amount', 'amount_too_low', true ],
			'no currency'                         => [ 'currency', 'invalid_currency', null ],
			'a currency in lower case'            => [ 'currency', 'invalid_currency', 'eur' ],
			'an unsupported currency'             => [ 'currency', 'currency_not_supported', 'KWD' ],
			'a currency that does not exist'      => [ 'currency', 'currency_not_supported', 'XYZ' ],
			'a long order ID'                     => [
				'order_id',
				'order_id_too_long',
				str_repeat( 'x', 51 ),
			],
			'an order ID with a path'             => [ 'order_id', 'order_id_characters', '../1001' ],
			'no description'                      => [ 'description', 'description_empty', null ],
			'a description with tags only'        => [ 'description', 'description_empty', '<b></b>' ],
			'a description of 201 bytes'          => [
				'description',
				'description_too_long',
				str_repeat( 'é', 100 ) . 'x',
			],
			'a description that is a list'        => [ 'description', 'description_empty', [ 'Order' ] ],
			'no days'                             => [ 'days_active', 'days_out_of_range', null ],
			'negative days'                       => [ 'days_active', 'days_out_of_range', -30 ],
			'days over a year'                    => [ 'days_active', 'days_out_of_range', 366 ],
			'days whose seconds would overflow'   => [ 'days_active', 'days_out_of_range', PHP_INT_MAX ],
			'days as text'                        => [ 'days_active', 'days_out_of_range', '30' ],
			'half a day'                          => [ 'days_active', 'days_out_of_range', 0.5 ],
			'no seconds'                          => [ 'seconds_active', 'seconds_out_of_range', 0 ],
			'seconds over a year'                 => [
				'seconds_active',
				'seconds_out_of_range',
				31_536_001,
			],
			'seconds as text'                     => [ 'seconds_active', 'seconds_out_of_range', '60' ],
			'a payment method in lower case'      => [ 'gateway', 'gateway_unavailable', 'ideal' ],
			'a payment method with a line break'  => [ 'gateway', 'gateway_unavailable', "ID\nEAL" ],
			'a javascript URL'                    => [
				'redirect_url',
				'invalid_url',
				'javascript://shop.example/%0Aalert(1)',
			],
			'a file URL'                          => [
				'redirect_url',
				'invalid_url',
				'file:///etc/passwd',
			],
			'a data URL'                          => [ 'cancel_url', 'invalid_url', 'data:text/html,x' ],
			'a URL without a host'                => [ 'cancel_url', 'invalid_url', 'https://' ],
			'a path without a host'               => [ 'cancel_url', 'invalid_url', '/thanks' ],
			'a URL with a line break'             => [
				'cancel_url',
				'invalid_url',
				"https://shop.example/\r\nX: 1",
			],
			'a URL of more than 500 characters'   => [
				'redirect_url',
				'invalid_url',
				'https://shop.example/' . str_repeat( 'x', 480 ),
			],
			'no idempotency key'                  => [ 'idempotency_key', 'required', null ],
			'an idempotency key of 65 characters' => [
				'idempotency_key',
				'invalid_idempotency_key',
				str_repeat( 'x', 65 ),
			],
			'an idempotency key with a wildcard'  => [
				'idempotency_key',
				'invalid_idempotency_key',
				'key-0000%',
			],
			'an idempotency key with a quote'     => [
				'idempotency_key',
				'invalid_idempotency_key',
				"key-0000' OR 1",
			],
		];
	}

	public function test_the_highest_amount_is_a_safe_integer_in_javascript(): void {
		// JavaScript cannot represent integers above 2^53 - 1 exactly. The panel would show and send another amount.
		self::assertSame(
			999_999_999_999,
			LinkForm::read( [ ...self::body(), 'amount' => 999_999_999_999 ] )->validated()->amount->amount
		);
		self::assertSame(
			[ 'amount' => 'amount_too_high' ],
			self::errors_of( [ 'amount' => 9_007_199_254_740_993, 'confirm_amount' => true ] )
		);
	}

	/**
	 * @param array<string, mixed> $change
	 */
	#[DataProvider( 'lifetimes' )]
	public function test_the_lifetime_is_days_unless_seconds_are_given( array $change, int $seconds ): void {
		self::assertSame( $seconds, LinkForm::read( [ ...self::body(), ...$change ] )->validated()->seconds_active );
	}

	/**
	 * @return array<string, array{array<string, mixed>, int}>
	 */
	public static function lifetimes(): array {
		return [
			'a day'                         => [ [ 'days_active' => 1 ], 86_400 ],
			'a year'                        => [ [ 'days_active' => 365 ], 31_536_000 ],
			'a second'                      => [ [ 'seconds_active' => 1 ], 1 ],
			'a year of seconds'             => [ [ 'seconds_active' => 31_536_000 ], 31_536_000 ],
			'seconds override days'         => [ [ 'days_active' => 30, 'seconds_active' => 60 ], 60 ],
			'seconds override invalid days' => [ [ 'days_active' => null, 'seconds_active' => 60 ], 60 ],
			'seconds of null are ignored'   => [ [ 'days_active' => 2, 'seconds_active' => null ], 172_800 ],
		];
	}

	#[DataProvider( 'empty_order_ids' )]
	public function test_an_empty_order_id_counts_as_not_entered( mixed $order_id ): void {
		self::assertNull( LinkForm::read( [ ...self::body(), 'order_id' => $order_id ] )->order_id );
	}

	/**
	 * @return array<string, array{mixed}>
	 */
	public static function empty_order_ids(): array {
		return [
			'null'   => [ null ],
			'empty'  => [ '' ],
			'spaces' => [ '  ' ],
		];
	}

	public function test_an_entered_order_id_is_trimmed(): void {
		self::assertSame(
			'Phone-17',
			LinkForm::read( [ ...self::body(), 'order_id' => ' Phone-17 ' ] )->order_id?->value
		);
	}

	#[DataProvider( 'values_other_than_true' )]
	public function test_only_a_boolean_true_confirms_a_higher_amount( mixed $value ): void {
		self::assertFalse( LinkForm::read( [ ...self::body(), 'confirm_amount' => $value ] )->confirm_amount );
	}

	/**
	 * @return array<string, array{mixed}>
	 */
	public static function values_other_than_true(): array {
		return [
			'null'             => [ null ],
			'one'              => [ 1 ],
			'the string true'  => [ 'true' ],
			'the string false' => [ 'false' ],
			'a list'           => [ [ true ] ],
		];
	}

	public function test_second_chance_needs_an_email_address(): void {
		self::assertSame(
			[ 'customer.email' => 'second_chance_needs_email' ],
			self::errors_of( [ 'second_chance' => true, 'customer' => [] ] )
		);
		self::assertTrue( LinkForm::read( [ ...self::body(), 'second_chance' => true ] )->validated()->second_chance );
	}

	public function test_second_chance_needs_an_email_address_that_the_provider_accepts(): void {
		$customer = [ 'email' => str_repeat( 'e', 60 ) . '@example.com' ];

		self::assertSame(
			[ 'customer.email' => 'second_chance_email_too_long' ],
			self::errors_of( [ 'second_chance' => true, 'customer' => $customer ] )
		);
		self::assertSame(
			$customer['email'],
			LinkForm::read( [ ...self::body(), 'customer' => $customer ] )->validated()->customer->email
		);
	}

	public function test_an_empty_delivery_address_counts_as_missing(): void {
		self::assertNull(
			LinkForm::read( [
				...self::body(),
				'delivery' => [ 'first_name' => '', 'city' => ' ' ],
			] )->validated()->delivery
		);
	}

	public function test_the_length_of_a_note_is_counted_in_characters(): void {
		self::assertSame(
			str_repeat( 'é', 1000 ),
			LinkForm::read( [ ...self::body(), 'note' => str_repeat( 'é', 1000 ) ] )->validated()->note
		);
	}

	public function test_an_empty_site_is_read_as_empty(): void {
		self::assertSame( '', LinkForm::read( [ ...self::body(), 'site' => '' ] )->site );
	}

	public function test_an_empty_request_is_refused_at_each_required_field(): void {
		try {
			LinkForm::read( [] )->validated();
		} catch ( InvalidFields $error ) {
			$fields = array_map( static fn ( $invalid ): string => $invalid->field, $error->errors );
			self::assertContains( 'amount', $fields );
			self::assertContains( 'currency', $fields );
			self::assertContains( 'description', $fields );
			self::assertContains( 'days_active', $fields );
			self::assertContains( 'idempotency_key', $fields );

			return;
		}

		self::fail( 'The input was accepted.' );
	}

	/**
	 * @return array<mixed>
	 */
	private static function body(): array {
		$body = json_decode(
			(string) file_get_contents( dirname( __DIR__, 5 ) . '/fixtures/wire/create-body.json' ),
			true,
			8,
			JSON_THROW_ON_ERROR
		);
		self::assertIsArray( $body );

		return $body;
	}

	/**
	 * @param array<string, mixed> $change
	 * @return array<string, string> Reason by field.
	 */
	private static function errors_of( array $change ): array {
		try {
			LinkForm::read( [ ...self::body(), ...$change ] )->validated();
		} catch ( InvalidFields $error ) {
			return array_column( $error->errors, 'reason', 'field' );
		}

		self::fail( 'The input was accepted.' );
	}
}
