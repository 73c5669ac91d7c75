package com.skytill.local.demonstration;

/**
 * How much of the demonstration is wanted: what a small one has, a larger one has too.
 *
 * @param factor 1 for all of it, less for a part
 */
public record Size(double factor) {

    /** All that {@code up --demo} shows. */
    public static final Size WHOLE = new Size(1);

    /** A size of more than nothing and at most the whole. */
    public Size {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("A size is more than 0 and at most 1, not " + factor);
        }
    }

    int customers() {
        return of(2_000);
    }

    int tickets() {
        return of(150);
    }

    int leads() {
        return of(120);
    }

    int vouchers() {
        return of(400);
    }

    private int of(int whole) {
        return (int) Math.ceil(whole * factor);
    }
}
