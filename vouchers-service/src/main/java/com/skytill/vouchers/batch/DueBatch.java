package com.skytill.vouchers.batch;

import java.time.Instant;

/**
 * A batch whose vouchers are to be issued now.
 *
 * @param prefix of its codes; null for the configured one
 */
record DueBatch(long batchId, int quantity, String prefix, Instant useBefore) {}
