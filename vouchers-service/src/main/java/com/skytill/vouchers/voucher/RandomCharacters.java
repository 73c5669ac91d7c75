package com.skytill.vouchers.voucher;

import java.security.SecureRandom;

/** Draws characters of codes many at a time, since each call of the generator costs much the same. */
final class RandomCharacters {

    private static final int MOST_AT_ONCE = 8192;
    private static final int LETTERS = VoucherCode.ALPHABET.length();
    /** Bytes from here on are drawn again, or some characters would come more often than others. */
    private static final int FAIR = 256 / LETTERS * LETTERS;

    private final SecureRandom random;
    private final byte[] drawn;
    private int taken;

    /**
     * A source of them.
     *
     * @param expected about how many will be taken
     */
    RandomCharacters(SecureRandom random, int expected) {
        this.random = random;
        this.drawn = new byte[Math.clamp(expected, 1, MOST_AT_ONCE)];
        this.taken = drawn.length;
    }

    char next() {
        while (true) {
            if (taken == drawn.length) {
                random.nextBytes(drawn);
                taken = 0;
            }
            int value = drawn[taken++] & 0xFF;
            if (value < FAIR) {
                return VoucherCode.ALPHABET.charAt(value % LETTERS);
            }
        }
    }
}
