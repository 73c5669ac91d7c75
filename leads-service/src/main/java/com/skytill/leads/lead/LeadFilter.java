package com.skytill.leads.lead;

import com.skytill.platform.list.PageRequest;

import java.time.Instant;

/** Which leads are asked for; null means any. */
record LeadFilter(
        LeadStatus status,
        String source,
        String assignee,
        LeadSearch search,
        Instant from,
        Instant to,
        PageRequest page) {}
