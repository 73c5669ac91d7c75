package com.skytill.platform.parameter;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Sizes of data: bytes as an integer, or a number with a unit (powers of 1000, or of 1024 for the binary units). */
public final class Sizes {

    private static final Pattern FORM = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,9})?) ?([A-Za-z]{0,3})");
    private static final Map<String, Long> UNITS = Map.of(
            "",
            1L,
            "B",
            1L,
            "kB",
            1_000L,
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "TB",
            1_000_000_000_000L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30,
            "TiB",
            1L << 40);

    private Sizes() {}

    /** Bytes; a fraction must come out at whole bytes. Fails with {@link MalformedValue}. */
    public static Long parse(String raw) {
        var form = FORM.matcher(raw);
        if (!form.matches() || !UNITS.containsKey(form.group(2))) {
            throw new MalformedValue("must be bytes as an integer, or a number with one of the units"
                    + " kB, MB, GB, TB, KiB, MiB, GiB, TiB");
        }
        try {
            return new BigDecimal(form.group(1))
                    .multiply(BigDecimal.valueOf(UNITS.get(form.group(2))))
                    .longValueExact();
        } catch (ArithmeticException fraction) {
            throw new MalformedValue("must be a whole number of bytes that fits 63 bits");
        }
    }
}
