package com.skytill.leads.lead;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a lead has come (domain: sales leads), and where it may go from there. */
enum LeadStatus {
    NEW,
    CONTACTED,
    SURVEY,
    QUOTED,
    /** It has become a customer: for good. */
    WON,
    /** It may be taken up again. */
    LOST;

    private static final Set<LeadStatus> AHEAD = EnumSet.of(CONTACTED, SURVEY, QUOTED, LOST);

    /** Whether it may still become a customer. */
    boolean open() {
        return this != WON && this != LOST;
    }

    /** Whether staff may move it there; where it is counts as a step. Only its conversion wins a lead. */
    boolean mayBecome(LeadStatus next) {
        return switch (this) {
            case NEW, CONTACTED, SURVEY, QUOTED -> next == this || AHEAD.contains(next);
            case LOST -> next == LOST || next == CONTACTED;
            case WON -> next == WON;
        };
    }

    /** Fails with {@code illegal_state}, which names both, unless staff may move it there. */
    void requireStep(LeadStatus next) {
        if (!mayBecome(next)) {
            throw new ProblemException(
                    ProblemCode.ILLEGAL_STATE,
                    "A lead that is " + code() + " can't become " + next.code()
                            + (next == WON ? " but by convert_sales_lead" : ""));
        }
    }

    /** As answers write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
