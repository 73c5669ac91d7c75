package com.skytill.vouchers.account;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A month that is over, as answers show it. For Jackson.
 *
 * @param month its first day
 * @param dataCap the cap at its end; null when there was none
 * @param dataUnused what of the cap was not used; null when there was none
 */
@RegisterForReflection
record PastMonthView(LocalDate month, long dataUsed, Duration timeUsed, Long dataCap, Long dataUnused) {}
