package com.skytill.products.fup;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.List;

/** Hours of some days as answers show them, HH:MM in the WISP's time zone. For Jackson. */
@RegisterForReflection
record FupWindowView(List<String> days, boolean publicHolidays, String start, String stop, boolean crossesMidnight) {

    FupWindowView {
        days = List.copyOf(days);
    }

    static FupWindowView of(BoostWindow window) {
        return new FupWindowView(
                window.dayCodes(),
                window.publicHolidays(),
                BoostWindow.time(window.start()),
                BoostWindow.time(window.stop()),
                window.crossesMidnight());
    }
}
