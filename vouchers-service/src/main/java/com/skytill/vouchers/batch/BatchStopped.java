package com.skytill.vouchers.batch;

/** The batch is not to go on: it was cancelled, or another has it. What was issued of it is taken back. */
final class BatchStopped extends RuntimeException {

    BatchStopped() {
        super("The batch is not to go on", null, false, false);
    }
}
