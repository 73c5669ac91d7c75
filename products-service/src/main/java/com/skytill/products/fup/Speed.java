package com.skytill.products.fup;

import com.skytill.platform.parameter.MalformedValue;

import java.util.regex.Pattern;

/**
 * A speed as policies say it.
 *
 * @param value kbit/s, or percent of the product's speed
 * @param percent which of them
 */
record Speed(int value, boolean percent) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(%?)");
    private static final int MOST_KBPS = 100_000_000;
    private static final int MOST_PERCENT = 1000;

    /** The speed that a tier slows down to: 0 stops; of percents only those that slow down. */
    static Speed ofTier(String text) {
        var speed = parse(text);
        if (speed.percent && (speed.value < 1 || speed.value > 99)) {
            throw new MalformedValue("a speed in percent must be from 1 to 99 percent of the product's");
        }
        return speed;
    }

    /** What a boost adds. */
    static Speed ofBoost(String text) {
        var speed = parse(text);
        if (speed.value < 1 || (speed.percent && speed.value > MOST_PERCENT)) {
            throw new MalformedValue("must be at least 1 kbit/s, or from 1 to " + MOST_PERCENT + " percent");
        }
        return speed;
    }

    private static Speed parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new MalformedValue("a speed must be kbit/s like 2048, or percent of the product's like 50%");
        }
        var speed = new Speed(Integer.parseInt(form.group(1)), !form.group(2).isEmpty());
        if (speed.value > MOST_KBPS) {
            throw new MalformedValue("a speed must be at most " + MOST_KBPS + " kbit/s");
        }
        return speed;
    }

    /** In kbit/s, rounded down, for a product of that speed. */
    long kbpsOf(int productKbps) {
        return percent ? (long) productKbps * value / 100 : value;
    }

    /** Whether it is more than the other for whatever product. */
    boolean surelyExceeds(Speed other) {
        return percent == other.percent && value > other.value;
    }

    Integer kbps() {
        return percent ? null : (Integer) value;
    }

    Integer percents() {
        return percent ? (Integer) value : null;
    }

    @Override
    public String toString() {
        return percent ? value + "%" : String.valueOf(value);
    }
}
