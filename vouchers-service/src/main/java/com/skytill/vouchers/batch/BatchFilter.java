package com.skytill.vouchers.batch;

import com.skytill.platform.list.PageRequest;

import java.time.Instant;

/**
 * Which batches are asked for; null means any.
 *
 * @param product a product's ID or code
 * @param from asked for then or later
 * @param to asked for before
 */
record BatchFilter(BatchStatus status, String product, Instant from, Instant to, PageRequest page) {}
