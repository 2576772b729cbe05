<?php

declare( strict_types = 1 );

class WC_Logger implements WC_Logger_Interface {

	public function add( $handle, $message, $level = WC_Log_Levels::NOTICE ) {
		$this->log( $level, $message, [ 'source' => $handle ] );
		return true;
	}

	public function log( $level, $message, $context = [] ) {
		$message = apply_filters( 'woocommerce_logger_log_message', $message, $level, $context, null );
		if ( $message === null ) {
			return;
		}
		$folder = WP_CONTENT_DIR . '/uploads/wc-logs';
		$source = sanitize_file_name( (string) ( $context['source'] ?? 'log' ) );
		wp_mkdir_p( $folder );
		file_put_contents( "$folder/$source-" . gmdate( 'Y-m-d' ) . '.log', gmdate( 'c' ) . ' ' . strtoupper( (string) $level ) . " $message\n", FILE_APPEND | LOCK_EX );
	}

	public function emergency( $message, $context = [] ) {
		$this->log( WC_Log_Levels::EMERGENCY, $message, $context );
	}

	public function alert( $message, $context = [] ) {
		$this->log( WC_Log_Levels::ALERT, $message, $context );
	}

	public function critical( $message, $context = [] ) {
		$this->log( WC_Log_Levels::CRITICAL, $message, $context );
	}

	public function error( $message, $context = [] ) {
		$this->log( WC_Log_Levels::ERROR, $message, $context );
	}

	public function warning( $message, $context = [] ) {
		$this->log( WC_Log_Levels::WARNING, $message, $context );
	}

	public function notice( $message, $context = [] ) {
		$this->log( WC_Log_Levels::NOTICE, $message, $context );
	}

	public function info( $message, $context = [] ) {
		$this->log( WC_Log_Levels::INFO, $message, $context );
	}

	public function debug( $message, $context = [] ) {
		$this->log( WC_Log_Levels::DEBUG, $message, $context );
	}
}
