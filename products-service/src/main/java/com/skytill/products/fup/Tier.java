package com.skytill.products.fup;

import com.skytill.platform.parameter.MalformedValue;

/** One step of a speed limit policy: past its threshold, its speeds (domain: FUP). */
record Tier(Threshold threshold, Speed download, Speed upload) {

    /** {@code threshold:speed}, or {@code threshold:download/upload}. */
    static Tier parse(String text) {
        String[] sides = text.split(":", -1);
        String[] speeds = sides.length == 2 ? sides[1].split("/", -1) : new String[0];
        if (speeds.length < 1 || speeds.length > 2) {
            throw new MalformedValue(
                    "must be threshold:speed or threshold:download/upload, like 10GB:2048 or 80%:50%/25%");
        }
        return new Tier(
                Threshold.parse(sides[0].strip()),
                Speed.ofTier(speeds[0].strip()),
                Speed.ofTier(speeds[speeds.length - 1].strip()));
    }

    /** What is wrong with its following that tier, for whatever product; null when nothing is surely wrong. */
    String faultAfter(Tier before) {
        if (threshold.surelyNotAbove(before.threshold)) {
            return "its threshold must be above that of the tier before: tiers stand in the order of their thresholds";
        }
        if (download.surelyExceeds(before.download) || upload.surelyExceeds(before.upload)) {
            return "must not be faster than the tier before";
        }
        boolean same = download.equals(before.download) && upload.equals(before.upload);
        return same ? "must be slower than the tier before in one direction at least" : null;
    }

    @Override
    public String toString() {
        return threshold + ":" + download + "/" + upload;
    }
}
