package com.skytill.vouchers.voucher;

import jakarta.inject.Singleton;

import java.security.SecureRandom;

/** Makes voucher codes that can't be guessed. */
@Singleton
final class CodeGenerator {

    private static final double LEAST_BITS = 40;
    private static final int MOST_CHARACTERS = 40;

    private final CodeConfig config;
    private final SecureRandom random;

    CodeGenerator(CodeConfig config, SecureRandom random) {
        this.config = config;
        this.random = random;
        double bits = config.length() * Math.log(VoucherCode.ALPHABET.length()) / Math.log(2);
        if (bits < LEAST_BITS || config.length() > MOST_CHARACTERS || config.group() < 0) {
            throw new IllegalArgumentException(
                    "skytill.voucher-code.length must be 9 to 40, skytill.voucher-code.group 0 or"
                            + " more: a code of less than 40 bits can be guessed");
        }
        String prefix = config.prefix().orElse("");
        if (!prefix.matches("[A-Za-z0-9-]{0,12}")) {
            throw new IllegalArgumentException(
                    "skytill.voucher-code.prefix must be at most 12 letters, digits and dashes");
        }
    }

    /** A new code, in groups. */
    VoucherCode next() {
        var shown = new StringBuilder(config.prefix().orElse(""));
        if (!shown.isEmpty() && shown.charAt(shown.length() - 1) != '-') {
            shown.append('-');
        }
        for (int i = 0; i < config.length(); i++) {
            if (config.group() > 0 && i > 0 && i % config.group() == 0) {
                shown.append('-');
            }
            shown.append(VoucherCode.ALPHABET.charAt(random.nextInt(VoucherCode.ALPHABET.length())));
        }
        return new VoucherCode(shown.toString());
    }
}
