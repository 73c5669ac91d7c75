package com.skytill.products.fup;

import com.skytill.platform.parameter.MalformedValue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** When a boost applies: within any of its windows, in the WISP's time zone. */
record Schedule(List<BoostWindow> windows) {

    private static final int MOST = 20;

    Schedule {
        windows = List.copyOf(windows);
    }

    /** Windows separated by semicolons; fails with all that is wrong, each fault with its window's number. */
    static Schedule parse(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length > MOST) {
            throw new MalformedValue("must be at most " + MOST + " windows");
        }
        var faults = new ArrayList<String>();
        var windows = new ArrayList<BoostWindow>();
        for (int i = 0; i < parts.length; i++) {
            try {
                windows.add(BoostWindow.parse(parts[i].strip()));
            } catch (MalformedValue malformed) {
                faults.add("window " + (i + 1) + ": " + malformed.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new MalformedValue(String.join("; ", faults));
        }
        return new Schedule(windows);
    }

    /** Whether it asks which days are public holidays. */
    boolean namesPublicHolidays() {
        return windows.stream().anyMatch(BoostWindow::publicHolidays);
    }

    /** The notation, written in one way. */
    @Override
    public String toString() {
        return windows.stream().map(BoostWindow::toString).collect(Collectors.joining("; "));
    }
}
