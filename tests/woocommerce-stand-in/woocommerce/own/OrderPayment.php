<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

trait OrderPayment {

	/**
	 * @var array{from: string, to: string, note: string|false, manual: bool}|false
	 */
	protected $status_transition = false;

	public function set_status( $new_status, $note = '', $manual_update = false ) {
		$result = parent::set_status( $new_status );
		if ( $this->object_read !== true || $result['from'] === '' || $result['from'] === $result['to'] ) {
			return $result;
		}
		$this->status_transition = [
			'from'   => $this->status_transition === false ? $result['from'] : $this->status_transition['from'],
			'to'     => $result['to'],
			'note'   => $note,
			'manual' => (bool) $manual_update,
		];
		if ( $manual_update ) {
			do_action( 'woocommerce_order_edit_status', $this->get_id(), $result['to'] );
		}
		$this->maybe_set_date_paid();
		$this->maybe_set_date_completed();
		return $result;
	}

	public function update_status( $new_status, $note = '', $manual = false ) {
		if ( $this->get_id() === 0 ) {
			return false;
		}
		$this->set_status( $new_status, $note, $manual );
		$this->save();
		return true;
	}

	public function payment_complete( $transaction_id = '' ) {
		if ( $this->get_id() === 0 ) {
			return false;
		}
		do_action( 'woocommerce_pre_payment_complete', $this->get_id(), $transaction_id );
		if ( ! $this->has_status( apply_filters( 'woocommerce_valid_order_statuses_for_payment_complete', [ 'on-hold', 'pending', 'failed', 'cancelled' ], $this ) ) ) {
			do_action( 'woocommerce_payment_complete_order_status_' . $this->get_status(), $this->get_id(), $transaction_id );
			return true;
		}
		if ( (string) $transaction_id !== '' ) {
			$this->set_transaction_id( $transaction_id );
		}
		if ( $this->get_date_paid( 'edit' ) === null ) {
			$this->set_date_paid( time() );
		}
		$status = apply_filters( 'woocommerce_payment_complete_order_status', $this->needs_processing() ? 'processing' : 'completed', $this->get_id(), $this );
		$this->set_status( $status, false );
		$this->add_order_note( 'Payment complete.' );
		$this->save();
		do_action( 'woocommerce_payment_complete', $this->get_id(), $transaction_id );
		return true;
	}

	public function is_paid() {
		return apply_filters( 'woocommerce_order_is_paid', $this->has_status( wc_get_is_paid_statuses() ), $this );
	}

	public function needs_payment() {
		$statuses = apply_filters( 'woocommerce_valid_order_statuses_for_payment', [ 'pending', 'failed' ], $this );
		return apply_filters( 'woocommerce_order_needs_payment', $this->has_status( $statuses ) && (float) $this->get_total() > 0, $this, $statuses );
	}

	public function needs_processing() {
		foreach ( $this->get_items() as $item ) {
			$product = $item->get_product();
			if ( $product && ! ( $product->get_virtual() && $product->get_downloadable() ) ) {
				return true;
			}
		}
		return false;
	}

	public function maybe_set_date_paid() {
		if ( $this->get_date_paid( 'edit' ) === null && $this->has_status( [ 'processing', 'completed' ] ) ) {
			$this->set_date_paid( time() );
		}
	}

	protected function maybe_set_date_completed() {
		if ( $this->has_status( 'completed' ) ) {
			$this->set_date_completed( time() );
		}
	}

	protected function status_transition() {
		$transition              = $this->status_transition;
		$this->status_transition = false;
		if ( $transition === false ) {
			return;
		}
		[ 'from' => $from, 'to' => $to, 'note' => $note ] = $transition;
		do_action( "woocommerce_order_status_$to", $this->get_id(), $this, $transition );
		if ( $note !== false ) {
			$text = sprintf( 'Order status changed from %1$s to %2$s.', wc_get_order_status_name( $from ), wc_get_order_status_name( $to ) );
			$this->add_order_note( trim( "$note $text" ), 0, $transition['manual'] );
		}
		do_action( "woocommerce_order_status_{$from}_to_{$to}", $this->get_id(), $this );
		do_action( 'woocommerce_order_status_changed', $this->get_id(), $from, $to, $this );
	}
}
