package com.skytill.products.fup;

import com.skytill.platform.parameter.MalformedValue;
import com.skytill.platform.parameter.Sizes;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * How much use a tier begins after.
 *
 * @param value bytes, or percent of the product's cap
 * @param percent which of them
 */
record Threshold(long value, boolean percent) {

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})%");
    private static final long HUNDRED = 100;

    static Threshold parse(String text) {
        var percent = PERCENT.matcher(text);
        var threshold = percent.matches()
                ? new Threshold(Long.parseLong(percent.group(1)), true)
                : new Threshold(bytes(text), false);
        if (threshold.value < 1 || (threshold.percent && threshold.value > HUNDRED)) {
            throw new MalformedValue("its threshold must be more than 0 bytes, or from 1 to 100 percent of the cap");
        }
        return threshold;
    }

    private static long bytes(String text) {
        try {
            return Sizes.parse(text);
        } catch (MalformedValue malformed) {
            throw new MalformedValue("its threshold must be a size like 10GB, or percent of the cap like 80%: "
                    + malformed.getMessage());
        }
    }

    /** In bytes, rounded down, for a product of that cap. */
    long bytesOf(long capBytes) {
        return percent
                ? BigInteger.valueOf(capBytes)
                        .multiply(BigInteger.valueOf(value))
                        .divide(BigInteger.valueOf(HUNDRED))
                        .longValueExact()
                : value;
    }

    /** Whether it is not above the other for whatever product. */
    boolean surelyNotAbove(Threshold other) {
        return percent == other.percent && value <= other.value;
    }

    Long bytes() {
        return percent ? null : (Long) value;
    }

    Integer percents() {
        return percent ? (Integer) (int) value : null;
    }

    @Override
    public String toString() {
        return percent ? value + "%" : String.valueOf(value);
    }
}
