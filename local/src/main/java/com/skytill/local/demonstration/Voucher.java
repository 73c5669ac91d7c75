package com.skytill.local.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A voucher of the demonstration.
 *
 * @param comment by which it is known again
 * @param hotspot where it is sold, counted from 0
 */
record Voucher(int number, String comment, String product, int hotspot, Fate fate) {

    /** What becomes of it. */
    enum Fate {
        /** Waits in a drawer. */
        UNUSED,
        /** Expired by staff before anybody used it. */
        LOST,
        /** Sold and used. */
        USED
    }

    private static final long SEED = 20_260_404;
    private static final int PERCENT_USED = 62;
    private static final int PERCENT_LOST = 4;
    private static final List<String> PRODUCTS = List.of(
            "hotspot-1h",
            "hotspot-1h",
            "hotspot-day",
            "hotspot-day",
            "hotspot-1gb",
            "hotspot-1gb",
            "hotspot-1gb",
            "hotspot-5gb",
            "hotspot-5gb",
            "hotspot-20gb",
            "hotspot-week",
            "hotspot-guest");

    /** The first so many; more of them begin with the same. */
    static List<Voucher> make(int count) {
        var random = new Random(SEED);
        var made = new ArrayList<Voucher>();
        for (int number = 1; number <= count; number++) {
            int hotspot = random.nextInt(Hotspot.ALL.size());
            made.add(new Voucher(
                    number,
                    "Sale %04d, %s".formatted(number, Hotspot.ALL.get(hotspot).name()),
                    Names.pick(PRODUCTS, random),
                    hotspot,
                    fate(random.nextInt(100))));
        }
        return made;
    }

    private static Fate fate(int percent) {
        if (percent < PERCENT_USED) {
            return Fate.USED;
        }
        return percent < PERCENT_USED + PERCENT_LOST ? Fate.LOST : Fate.UNUSED;
    }
}
