package com.skytill.vouchers.topup;

import com.skytill.platform.list.PageRequest;
import com.skytill.vouchers.identity.AccountReference;

import java.time.Instant;

/** Which completed top-ups are asked for; null for all. */
record CompletedTopupFilter(AccountReference account, Instant from, Instant to, TopupSource source, PageRequest page) {}
