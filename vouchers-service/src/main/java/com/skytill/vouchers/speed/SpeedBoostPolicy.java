package com.skytill.vouchers.speed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * A fair-use policy that speeds quiet hours up (domain rules: FUP).
 *
 * @param download what is added to the speed towards the customer; null when nothing is
 * @param upload what is added to the speed from the customer; null when nothing is
 * @param appliesWhileLimited whether it applies while a speed limit policy slows down
 * @param appliesWhenCapped whether it applies past the soft cap
 */
public record SpeedBoostPolicy(
        List<BoostWindow> schedule,
        Set<LocalDate> publicHolidays,
        PolicySpeed download,
        PolicySpeed upload,
        boolean appliesWhileLimited,
        boolean appliesWhenCapped) {

    public SpeedBoostPolicy {
        schedule = List.copyOf(schedule);
        publicHolidays = Set.copyOf(publicHolidays);
    }

    /** Whether its switches let it apply there. */
    boolean allows(boolean isCapped, boolean isLimited) {
        return (appliesWhenCapped || !isCapped) && (appliesWhileLimited || !isLimited);
    }

    /** Whether it is in any of its windows then. */
    boolean runsAt(LocalDateTime local) {
        for (var window : schedule) {
            if (window.contains(local, publicHolidays)) {
                return true;
            }
        }
        return false;
    }

    /** That speed, boosted. */
    Speed addedTo(Speed speed) {
        return new Speed(
                download == null ? speed.downloadKbps() : download.addedTo(speed.downloadKbps()),
                upload == null ? speed.uploadKbps() : upload.addedTo(speed.uploadKbps()));
    }
}
