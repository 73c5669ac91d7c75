package com.skytill.vouchers.topup;

import com.skytill.platform.parameter.MalformedValue;
import com.skytill.platform.parameter.NumberParameter;
import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Parameters that several operations on top-ups read alike. */
final class TopupParameters {

    private TopupParameters() {}

    static Parameter<Long> size(ParameterReader in) {
        return in.size("size", "How much data it gives")
                .which(bytes -> bytes <= TopupOffer.MOST_BYTES, "must be at most 100TB");
    }

    static NumberParameter<Integer> carryMonths(ParameterReader in) {
        return in.number(
                        "carry_months",
                        "How many months it is good for beyond the calendar month in which it is completed")
                .between(0, TopupOffer.MOST_MONTHS);
    }

    /** A day where the WISP is. */
    static Parameter<LocalDate> date(ParameterReader in, String name, String text) {
        return in.text(name, text + ", like 2026-12-01")
                .max(10)
                .as(TopupParameters::date)
                .example("2026-12-01");
    }

    private static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeException malformed) {
            throw new MalformedValue("must be a date of the calendar, like 2026-12-01");
        }
        throw new MalformedValue("must be of the years 2000 to 2999");
    }
}
