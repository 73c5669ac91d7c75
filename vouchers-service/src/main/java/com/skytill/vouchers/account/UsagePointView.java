package com.skytill.vouchers.account;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What was used in one day or hour, as answers show it. For Jackson.
 *
 * @param day the date where the WISP is
 * @param dataUp bytes from the customer
 * @param dataDown bytes to the customer
 */
@RegisterForReflection
record UsagePointView(Instant from, Instant to, LocalDate day, long dataUp, long dataDown, Duration time) {}
