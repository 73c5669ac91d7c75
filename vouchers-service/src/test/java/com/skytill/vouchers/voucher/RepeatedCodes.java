package com.skytill.vouchers.voucher;

import java.security.SecureRandom;
import java.util.Optional;

/** Codes of a generator that draws each three times, so that two of three are taken. */
public final class RepeatedCodes {

    private record Config(int length, Optional<String> prefix, int group) implements CodeConfig {}

    private RepeatedCodes() {}

    /** The generator. */
    public static CodeGenerator generator() {
        return new CodeGenerator(new Config(9, Optional.empty(), 3), new Repeating());
    }

    private static final class Repeating extends SecureRandom {

        private long drawn;

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                long code = drawn / 9 / 3;
                long place = drawn++ % 9;
                bytes[i] = (byte) (code / Math.powExact(31L, (int) (8 - place)) % 31);
            }
        }
    }
}
